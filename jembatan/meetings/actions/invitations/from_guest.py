"""Answers of those whom we have invited, other times that they propose, and their asking for the meeting as it stands."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.apart import NoSuchDate, date_of
from jembatan.meetings.actions.invitations.ask import ask
from jembatan.meetings.actions.invitations.mail import Mail
from jembatan.meetings.actions.invitations.tell import send
from jembatan.meetings.actions.lines import ANSWERED, line, parties_of
from jembatan.meetings.formats.blocks import Block
from jembatan.meetings.formats.calendars import Item
from jembatan.meetings.formats.defect import Unreadable
from jembatan.meetings.formats.event import event_of
from jembatan.meetings.formats.itip.answer import Answer, answers_in, trouble_with
from jembatan.meetings.formats.itip.invited import invited_to
from jembatan.meetings.formats.itip.organising import request_to
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.invitations.scheduled import told_version

Status = Attendance.Status
STATUS = {
    "ACCEPTED": Status.ACCEPTED,
    "DECLINED": Status.DECLINED,
    "TENTATIVE": Status.TENTATIVE,
    "DELEGATED": Status.DELEGATED,
    "NEEDS-ACTION": Status.UNKNOWN,
}
LONGEST = 2000
SILENT = {Trouble.REPLAYED, Trouble.NO_ANSWER}


def take_from_guest(actor: Actor, message: Scheduled, mail: Mail) -> list[Meeting]:
    """Of a meeting of ours; one that nobody of us has invited to is left alone."""
    ours = Meeting.objects.select_for_update(of=("self",)).select_related("desk", "dossier")
    parts = ours.filter(desk=actor.desk, uid=message.uid).exclude(invited_as="").order_by("recurrence_id")
    known = {meeting.recurrence_id: meeting for meeting in parts}
    if not known:
        return []
    touched: dict[int, Meeting] = {}
    for answer in answers_in(message):
        meeting = _take(actor, _meant(known, answer), answer, mail, method=message.method)
        known[meeting.recurrence_id] = meeting
        touched[meeting.pk] = meeting
    return list(touched.values()) or list(known.values())[:1]


def _meant(known: dict[str, Meeting], answer: Answer) -> Meeting:
    """What the answer is about: a date of a series that is a meeting of its own, else the series, else all that we know."""
    return known.get(answer.event.recurrence) or known.get("") or next(iter(known.values()))


def _take(actor: Actor, meeting: Meeting, answer: Answer, mail: Mail, *, method: str) -> Meeting:
    guest = meeting.attendances.filter(told__isnull=False, email=_email(answer.address)).first()
    trouble = _trouble(meeting, guest, answer, mail, method=method)
    if (
        trouble is None
        and guest is not None
        and method in {"REPLY", "COUNTER"}
        and _is_one_date(meeting, answer)
    ):
        try:
            meeting = date_of(meeting, answer.event.recurrence)
            guest = meeting.attendances.get(told__isnull=False, email=guest.email)
        except NoSuchDate:
            trouble = Trouble.NO_SUCH_DAY, answer.event.text("RECURRENCE-ID")
    if trouble is not None:
        if trouble[0] not in SILENT:
            _doubt(meeting, answer, mail, trouble)
    elif guest is not None and method == "REPLY":
        _write(actor, meeting, guest, answer)
    elif guest is not None and method == "COUNTER":
        _counter(meeting, guest, answer)
    elif guest is not None:
        _send_again(meeting, guest)
    return meeting


def _is_one_date(meeting: Meeting, answer: Answer) -> bool:
    """The answer is about one date of a series, and that is no meeting of its own yet."""
    return bool(answer.event.recurrence) and meeting.recurrence_id != answer.event.recurrence


def _trouble(
    meeting: Meeting, guest: Attendance | None, answer: Answer, mail: Mail, *, method: str
) -> tuple[Trouble, str] | None:
    if not mail.believed:
        return Trouble.NOT_FROM, mail.sender
    if guest is None:
        return Trouble.NOT_INVITED, answer.address
    if method == "REPLY":
        # An answer to one date is not the older for an answer to the whole series.
        answered = None if _is_one_date(meeting, answer) else guest.answered_at
        return trouble_with(answer, sequence=meeting.sequence, answered=answered, sender=mail.sender or "?")
    return None if answer.is_from(mail.sender) else (Trouble.NOT_FROM, mail.sender)


def _write(actor: Actor, meeting: Meeting, guest: Attendance, answer: Answer) -> None:
    guest.status = STATUS[answer.status]
    guest.comment = answer.comment[:LONGEST]
    guest.answered_at = answer.stamp or timezone.now()
    guest.delegated_to = _email(answer.delegate)[:320]
    guest.save(update_fields=["status", "comment", "answered_at", "delegated_to"])
    if guest.delegated_to:
        Attendance.objects.get_or_create(
            meeting=meeting,
            email=guest.delegated_to,
            defaults={"told": meeting.sequence, "organisation": guest.organisation},
        )
    Meeting.objects.filter(pk=meeting.pk).update(version=meeting.version + 1)
    with translation.override(meeting.desk.language):
        summary = _("%(name)s %(answer)s: %(title)s") % {
            "name": guest,
            "answer": guest.get_status_display(),
            "title": meeting,
        }
    parties = parties_of(meeting)
    record(actor, line(meeting, timezone.now(), kind=ANSWERED, parties=parties, summary=summary, exact=True))


def _counter(meeting: Meeting, guest: Attendance, answer: Answer) -> None:
    """A proposal for the meeting as it was is one no longer; one for the time that it has asks nothing."""
    try:
        event = event_of(Item(Block("VEVENT", 0), answer.event.meaning))
    except Unreadable:
        return
    same = (event.clock, event.starts_at, event.ends_at) == (
        meeting.clock,
        meeting.starts_at,
        meeting.ends_at,
    )
    if same or (answer.sequence is not None and answer.sequence < meeting.sequence):
        return
    ask(
        meeting,
        kind="counter",
        email=guest.email,
        name=guest.name,
        comment=answer.comment[:LONGEST],
        clock=event.clock,
        zone=event.zone,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
    )


def _doubt(meeting: Meeting, answer: Answer, mail: Mail, trouble: tuple[Trouble, str]) -> None:
    ask(
        meeting,
        kind="doubt",
        trouble=trouble[0],
        about=trouble[1],
        email=_email(answer.address)[:320] or mail.sender,
        name=answer.line.parameter("CN")[:300],
        status=STATUS.get(answer.status, Status.UNKNOWN),
        comment=answer.comment[:LONGEST],
    )


def _send_again(meeting: Meeting, guest: Attendance) -> None:
    """Where it cannot be sent now, nothing is lost: they ask again."""
    calendar = told_version(meeting, now=timezone.now())
    attendee = invited_to(calendar).get(f"mailto:{guest.email}")
    if calendar is None or attendee is None or meeting.is_cancelled:
        return
    try:
        with transaction.atomic():
            request = request_to(calendar, attendee, now=timezone.now())
            send(operator(meeting.desk), meeting, [request], about="REQUEST")
    except ValidationError:
        return


def _email(address: str) -> str:
    return address.partition(":")[2].lower()
