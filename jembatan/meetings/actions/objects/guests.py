"""Guests whom a program asked, took out, or whose answer it knows."""

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.draft_of_event import THINGS, drafted_guest
from jembatan.meetings.actions.linking import look_up
from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.event import Event
from jembatan.meetings.models import Attendance, Meeting


def keep_guests(actor: Actor, meeting: Meeting, served: Event, sent: Event) -> None:
    """Programs know guests by their e-mail address; those without one stay, since no program was told of them."""
    before, after = _by_email(served), _by_email(sent)
    if before == after:
        return
    present = {guest.email: guest for guest in meeting.attendances.all() if guest.email}
    gone = [guest.pk for email, guest in present.items() if email in before and email not in after]
    meeting.attendances.filter(pk__in=gone).delete()
    for email, attendee in after.items():
        guest = present.get(email)
        if guest is not None and before.get(email) != attendee:
            guest.status, guest.optional = Attendance.Status(attendee.status), attendee.optional
            guest.save(update_fields=["status", "optional"])
    new = [drafted_guest(attendee) for email, attendee in after.items() if email not in present]
    links = look_up(actor.desk, new)
    Attendance.objects.bulk_create(links.attendance(meeting, guest) for guest in new)
    meeting.edited = sorted({*meeting.edited, "guests"})
    meeting.save(update_fields=["edited"])


def _by_email(event: Event) -> dict[str, Attendee]:
    return {one.email: one for one in event.attendees if one.email and one.kind not in THINGS}
