"""Guests whom a program asked, took out, or whose answer it knows."""

from dataclasses import replace

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.draft_of_event import THINGS, drafted_guest
from jembatan.meetings.actions.linking import look_up
from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.event import Event
from jembatan.meetings.models import Attendance, Meeting


def keep_guests(actor: Actor, meeting: Meeting, served: Event, sent: Event) -> None:
    """Programs know guests by their e-mail address. Who has none is known by name and stays: programs may drop what they cannot write to."""
    before, after = _by_email(served), _by_email(sent)
    names = {guest.name for guest in meeting.attendances.all()}
    unknown = (one for one in sent.attendees if _is_name_alone(one) and one.name not in names)
    named = {one.name: one for one in unknown}
    if before == after and not named:
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
    new += [drafted_guest(replace(attendee, organiser=False)) for attendee in named.values()]
    links = look_up(actor.desk, new)
    Attendance.objects.bulk_create(links.attendance(meeting, guest) for guest in new)
    meeting.edited = sorted({*meeting.edited, "guests"})
    meeting.save(update_fields=["edited"])


def _is_name_alone(one: Attendee) -> bool:
    return bool(one.name) and not one.email and one.kind not in THINGS


def _by_email(event: Event) -> dict[str, Attendee]:
    return {one.email: one for one in event.attendees if one.email and one.kind not in THINGS}
