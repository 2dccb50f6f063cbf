"""A VEVENT as a draft of a meeting."""

from typing import Any

from jembatan.meetings.actions.draft import Draft, Guest
from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.event import Event
from jembatan.platform.markings import Marking

THINGS = {"room", "resource"}


def draft_of(event: Event) -> Draft:
    """The event as a draft; rooms and projectors are places, not guests."""
    rooms = [guest.name for guest in event.attendees if guest.kind in THINGS and guest.name]
    fields: dict[str, Any] = {
        "title": event.title,
        "description": event.description,
        "location": event.location or ", ".join(rooms),
        "url": event.url,
        "join_url": event.join_url,
        "clock": event.clock,
        "zone": event.zone,
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "rule": event.rule,
        "and_future": event.and_future,
        "status": event.status,
        "source": event.source,
    }
    if event.marking:
        fields["marking"] = Marking(event.marking)
    return Draft(
        uid=event.uid,
        recurrence_id=event.recurrence_id,
        fields=fields,
        guests=tuple(drafted_guest(each) for each in event.attendees if each.kind not in THINGS),
        digest=event.digest,
        sequence=event.sequence,
        stamp=event.stamp,
    )


def drafted_guest(attendee: Attendee) -> Guest:
    """Before anybody knows who it is."""
    return Guest(
        name=attendee.name,
        email=attendee.email[:320],
        status=attendee.status,
        organiser=attendee.organiser,
        optional=attendee.optional,
    )
