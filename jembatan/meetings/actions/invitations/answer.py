"""Answering an invitation of somebody else: coming, perhaps, not coming, or at another time."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.book import book
from jembatan.meetings.actions.invitations.post import post
from jembatan.meetings.actions.invitations.tell import send
from jembatan.meetings.actions.lines import ANSWERED, line, parties_of
from jembatan.meetings.actions.plan_meeting import Times, set_times
from jembatan.meetings.formats.itip.answering import reply
from jembatan.meetings.formats.itip.line import Line
from jembatan.meetings.formats.itip.proposing import counter
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.invitations.open import our_invitation
from jembatan.meetings.queries.invitations.scheduled import scheduled_of
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_officer

Status = Attendance.Status
STATUS = {Status.ACCEPTED: "ACCEPTED", Status.TENTATIVE: "TENTATIVE", Status.DECLINED: "DECLINED"}
LONGEST_COMMENT = 2000


@transaction.atomic
def answer_invitation(actor: Actor, meeting: Meeting, status: str, *, comment: str = "") -> Meeting:
    """Tell the organiser; whoever comes has it as a firm meeting. Raises `ValidationError`, also where we are not asked."""
    require_officer(actor)
    current, guest = _asked(actor, meeting)
    answer = Status(status)
    if answer not in STATUS:
        raise ValidationError(_("Say whether you come."))
    guest.status, guest.comment, guest.answered_at = answer, _checked(comment), timezone.now()
    guest.save(update_fields=["status", "comment", "answered_at"])
    firm = answer == Status.ACCEPTED
    current.status = Meeting.Status.CONFIRMED if firm else Meeting.Status.TENTATIVE
    current.version += 1
    current.save(update_fields=["status", "version"])
    sender = _sender(actor, guest)
    # Its page has said who is elsewhere; who accepts all the same is in both, and the journal tells it.
    book(actor, current, allowed=True)
    calendar, attendee = _as_calendar(current, guest, answer, sender=sender)
    message = reply(calendar, calendar.instances[0], attendee, now=timezone.now(), comment=guest.comment)
    send(actor, current, [message], about=answer, comment=guest.comment, sender=sender)
    summary = {
        Status.ACCEPTED: _("Accepted: %(title)s"),
        Status.TENTATIVE: _("Perhaps: %(title)s"),
        Status.DECLINED: _("Declined: %(title)s"),
    }[answer] % {"title": current}
    _record(actor, current, summary)
    return current


@transaction.atomic
def propose_time(actor: Actor, meeting: Meeting, times: Times, zone: str, *, comment: str = "") -> Meeting:
    """Ask the organiser for another time; here nothing moves until they agree. Raises `ValidationError`."""
    require_officer(actor)
    current, guest = _asked(actor, meeting)
    guest.status, guest.comment, guest.answered_at = Status.TENTATIVE, _checked(comment), timezone.now()
    guest.save(update_fields=["status", "comment", "answered_at"])
    proposed = Meeting.objects.get(pk=current.pk)
    set_times(proposed, times, zone)
    sender = _sender(actor, guest)
    calendar, attendee = _as_calendar(proposed, guest, Status.TENTATIVE, sender=sender)
    message = counter(calendar, attendee, now=timezone.now(), comment=guest.comment)
    send(actor, proposed, [message], about="COUNTER", comment=guest.comment, sender=sender)
    _record(actor, current, _("Another time proposed: %(title)s") % {"title": current})
    return current


def _asked(actor: Actor, meeting: Meeting) -> tuple[Meeting, Attendance]:
    current = (
        visible_meetings(actor).select_for_update(of=("self",)).select_related("desk").get(pk=meeting.pk)
    )
    guest = our_invitation(actor, current)
    if guest is None:
        raise ValidationError(_("Nobody of us is asked to this meeting by mail."))
    if current.is_cancelled:
        raise ValidationError(_("This meeting was called off."))
    return current, guest


def _sender(actor: Actor, guest: Attendance) -> str:
    """The address that is asked, where the actor may send from it; else one that answers in its name."""
    addresses = [each.lower() for each in post().addresses(actor)]
    if not addresses:
        raise ValidationError(
            _(
                "This desk has no sending address yet. Its head adds one in the settings, under “Sending mail”."
            )
        )
    return guest.email if guest.email in addresses else addresses[0]


def _as_calendar(
    meeting: Meeting, guest: Attendance, answer: Status, *, sender: str
) -> tuple[Scheduled, Line]:
    """The meeting as its organiser knows it, and the line of who answers."""
    calendar = scheduled_of(meeting, meeting.attendances.order_by("pk"), now=timezone.now())
    lines = [each for event in calendar.instances for each in event.all("ATTENDEE")]
    own = next((each for each in lines if each.address == f"mailto:{guest.email}"), None)
    if own is None or not calendar.organisers:
        raise ValidationError(_("The invitation does not say whom to answer."))
    said = own.changed(without=("RSVP",), PARTSTAT=STATUS[answer])
    return calendar, said if sender == guest.email else said.changed(SENT_BY=f"mailto:{sender}")


def _checked(comment: str) -> str:
    if len(comment) > LONGEST_COMMENT:
        raise ValidationError(_("Say it in fewer words."))
    return comment.strip()


def _record(actor: Actor, meeting: Meeting, summary: str) -> None:
    parties = parties_of(meeting)
    record(actor, line(meeting, timezone.now(), kind=ANSWERED, parties=parties, summary=summary, exact=True))
