"""Work of correspondence that waits or takes long."""

from procrastinate.contrib.django import app

from jembatan.accounts.events import DeskEdited
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.announcements.queue import queue_announcement
from jembatan.correspondence.actions.catching_up import hold_old_replies, place_old_lines, settle_old_answers
from jembatan.correspondence.actions.clock.wind import wind_desk, wind_partners
from jembatan.correspondence.actions.consultation.remind import let_expire, remind
from jembatan.correspondence.actions.filing.ourselves import doubt_old_mail
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.actions.reminders.remind import remind_desk
from jembatan.correspondence.actions.timelines import enter_on_timelines
from jembatan.correspondence.events import AnnouncementStarted, ClocksChanged, MailQueued, SenderLinked
from jembatan.correspondence.models import Announcement, Sender
from jembatan.correspondence.queries.consultation.due import to_remind
from jembatan.correspondence.queries.outbox import to_work_on
from jembatan.directory.events import DirectoryChanged
from jembatan.directory.models import Organisation

AFTER_UNDO_SECONDS = 15
BEFORE_OTHERS = 10


@app.task(queueing_lock="catch_up_with_old_mail")
def catch_up_with_old_mail() -> None:
    """Once, after an update that tells more of a message than it did before; deferred by the migration that brings it."""
    for desk in Desk.objects.order_by("id"):
        place_old_lines(desk)
        doubt_old_mail(desk)
        settle_old_answers(desk)
        hold_old_replies(desk)
        wind_desk(desk)


@app.task
def wind_clocks_of_desk(desk_id: int, organisation_ids: list[int] | None = None) -> None:
    """Everything of the desk that is open, or what is open with these partners."""
    desk = Desk.objects.get(pk=desk_id)
    if organisation_ids:
        wind_partners(desk, organisation_ids)
    else:
        wind_desk(desk)


def defer_winding(event: ClocksChanged) -> None:
    """Listens to `ClocksChanged`, inside its transaction."""
    wind_clocks_of_desk.defer(desk_id=event.desk_id, organisation_ids=list(event.organisation_ids))


def defer_winding_of_desk(event: DeskEdited) -> None:
    """Listens to `DeskEdited`: it may work in another time zone now."""
    wind_clocks_of_desk.defer(desk_id=event.desk.pk)


def defer_winding_of_sender(event: SenderLinked) -> None:
    """Listens to `SenderLinked`: a partner that is known has working hours and days of its own."""
    sender = Sender.objects.filter(pk=event.sender_id, organisation__isnull=False).first()
    if sender is not None and sender.organisation_id:
        wind_clocks_of_desk.defer(desk_id=sender.desk_id, organisation_ids=[sender.organisation_id])


def defer_winding_of_partners(event: DirectoryChanged) -> None:
    """Listens to `DirectoryChanged`: the country and the zone of a partner decide when it works."""
    partners = [party.pk for party in event.parties if isinstance(party, Organisation)]
    if partners and not event.added:
        wind_clocks_of_desk.defer(desk_id=event.actor.desk.pk, organisation_ids=partners)


@app.periodic(cron="*/5 * * * *", periodic_id="remind_of_answers")
@app.task(queueing_lock="remind_of_answers")
def remind_of_answers(timestamp: int) -> None:
    """Every five minutes: what is due soon, due, or overdue. Each step tells each member once, whoever runs it how often."""
    for desk in Desk.objects.order_by("id"):
        remind_desk(desk)


@app.task
def enter_sender_on_timelines(sender_id: int) -> None:
    """See the action."""
    enter_on_timelines(sender_id)


def defer_timelines(event: SenderLinked) -> None:
    """Listens to `SenderLinked`: the toast with its Undo stands for ten seconds, so the journal waits for fifteen."""
    enter_sender_on_timelines.configure(schedule_in={"seconds": AFTER_UNDO_SECONDS}).defer(
        sender_id=event.sender_id
    )


@app.task(queue="mail", priority=BEFORE_OTHERS)
def send_mail(mail_id: int) -> None:
    """See the action."""
    work_on(mail_id)


def defer_sending(event: MailQueued) -> None:
    """Listens to `MailQueued`, inside its transaction: the mail and the job that sends it are there together, or neither is."""
    send_mail.configure(schedule_at=event.due_at).defer(mail_id=event.mail_id)


@app.periodic(cron="* * * * *", periodic_id="look_through_outbox")
@app.task(queue="mail", queueing_lock="look_through_outbox", priority=BEFORE_OTHERS)
def look_through_outbox(timestamp: int) -> None:
    """Every minute: whatever a killed worker has left, and what its job came too early or not at all for."""
    for mail_id in to_work_on():
        send_mail.defer(mail_id=mail_id)


@app.task(queue="mail")
def send_announcement(announcement_id: int) -> None:
    """See the action."""
    queue_announcement(announcement_id)


def defer_announcement(event: AnnouncementStarted) -> None:
    """Listens to `AnnouncementStarted`: the first minute's mails need not wait for the minute to come."""
    send_announcement.defer(announcement_id=event.announcement_id)


@app.periodic(cron="* * * * *", periodic_id="look_through_announcements")
@app.task(queue="mail", queueing_lock="look_through_announcements")
def look_through_announcements(timestamp: int) -> None:
    """Every minute: the next mails of every announcement that is being sent, or its end."""
    sending = Announcement.objects.filter(state=Announcement.State.SENDING)
    for announcement_id in sending.order_by("started_at", "pk").values_list("pk", flat=True):
        send_announcement.defer(announcement_id=announcement_id)


@app.periodic(cron="7 * * * *", periodic_id="look_through_consultations")
@app.task(queueing_lock="look_through_consultations")
def look_through_consultations(timestamp: int) -> None:
    """Every hour: who has to be reminded of a question, and which questions are over without an answer."""
    for consultation_id, occasion in to_remind():
        remind_of_question.defer(consultation_id=consultation_id, occasion=occasion)
    let_expire()


@app.task
def remind_of_question(consultation_id: int, occasion: str) -> None:
    """See the action."""
    remind(consultation_id, occasion)
