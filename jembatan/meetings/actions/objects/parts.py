"""One VEVENT of a calendar object: what a program changed in it."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.book import book
from jembatan.meetings.actions.cancel_meeting import cancel_meeting, restore_meeting
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.invitations.tell import as_told, tell_change
from jembatan.meetings.actions.lines import CHANGED, line, parties_of
from jembatan.meetings.actions.objects.guests import keep_guests
from jembatan.meetings.actions.plan_meeting import LONGEST
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.formats.event import Event
from jembatan.meetings.formats.marked import unmarked
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.occurrences import visible_meetings

TEXTS = ("title", "location", "description")
TIMES = ("clock", "zone", "starts_at", "ends_at", "rule", "and_future")
QUIET = ("url",)


def lock_parts(actor: Actor, uid: str) -> dict[str, Meeting]:
    """By recurrence id, those that the actor sees, held until the transaction ends."""
    rows = visible_meetings(actor).filter(uid=uid).select_for_update(of=("self",)).select_related("desk")
    return {meeting.recurrence_id: meeting for meeting in rows.order_by("recurrence_id")}


def change_part(actor: Actor, meeting: Meeting, served: Event, sent: Event) -> None:
    """Field by field; marking and dossier are the desk's to decide."""
    current = meeting
    for name in TEXTS:
        if getattr(sent, name) != getattr(served, name):
            text = getattr(sent, name)
            value = unmarked(text) if name == "description" else text
            current = change_meeting(actor, current, name, value, version=current.version)
    if sent.join_url and sent.join_url != served.join_url:
        # Most programs drop a CONFERENCE that they do not know: that says nothing.
        current = change_meeting(actor, current, "join_url", sent.join_url, version=current.version)
    if sent.status != served.status:
        current = _settle(actor, current, sent.status)
    current = visible_meetings(actor).select_related("desk").get(pk=meeting.pk)
    before = as_told(actor, current)
    changed = [name for name in QUIET if getattr(sent, name) != getattr(served, name)]
    moved = [name for name in TIMES if getattr(sent, name) != getattr(served, name)]
    for name in (*changed, *moved):
        setattr(current, name, getattr(sent, name))
    if moved:
        check_length(sent)
        current.precision = Meeting.Precision.MINUTE
    current.source = sent.source
    current.sequence = max(current.sequence, sent.sequence)
    current.stamp = sent.stamp or current.stamp
    current.edited = sorted({*current.edited, *changed, *moved})
    current.version += 1
    current.save()
    keep_guests(actor, current, served, sent)
    if not moved and served.attendees != sent.attendees:
        book(actor, current, allowed=True)
    if moved:
        _reschedule(actor, current)
        tell_change(actor, current, before)


def check_length(event: Event) -> None:
    """Raises `ValidationError` with a sentence."""
    if event.ends_at - event.starts_at > LONGEST:
        raise ValidationError(_("A meeting cannot last longer than a year."))


def remove_part(actor: Actor, meeting: Meeting) -> None:
    """A changed day of a series that is as the series has it again, or not at all: the series' own rule says which."""
    if not meeting.recurrence_id:
        raise ValidationError(_("A series cannot lose its beginning and keep its changed days."))
    if meeting.minutes.exists():
        raise ValidationError(_("This meeting has minutes, and stays in the calendar."))
    others = visible_meetings(actor).filter(uid=meeting.uid).exclude(pk=meeting.pk)
    siblings = list(others.select_related("desk", "room"))
    meeting.delete()
    schedule(siblings)
    for each in siblings:
        if each.bookings.exists():
            book(actor, each, allowed=True)


def _settle(actor: Actor, meeting: Meeting, status: str) -> Meeting:
    if status == Meeting.Status.CANCELLED:
        return cancel_meeting(actor, meeting)
    current = restore_meeting(actor, meeting)
    current.status = Meeting.Status(status)
    current.edited = sorted({*current.edited, "status"})
    current.version += 1
    current.save(update_fields=["status", "edited", "version"])
    return current


def _reschedule(actor: Actor, meeting: Meeting) -> None:
    if schedule([meeting]):
        raise ValidationError(_("Nobody can follow the rule by which this meeting repeats."))
    # No program can ask back: whoever puts one of us into two meetings at once sees both of them there.
    book(actor, meeting, allowed=True)
    moved = _("Moved to %(day)s: %(title)s")
    summary = moved % {"title": meeting, "day": meeting.begins.date().isoformat()}
    parties = parties_of(meeting)
    record(actor, line(meeting, timezone.now(), kind=CHANGED, parties=parties, summary=summary, exact=True))
