"""Asking for another time (RFC 5546 3.2.7), and refusing one that was proposed (3.2.8)."""

from datetime import datetime

from jembatan.meetings.formats.itip.instance import Instance
from jembatan.meetings.formats.itip.line import Line, line, text_line
from jembatan.meetings.formats.itip.message import Message, message, stamped
from jembatan.meetings.formats.itip.scheduled import Scheduled


def counter(proposed: Scheduled, attendee: Line, *, now: datetime, comment: str = "") -> Message:
    """The meeting as an attendee would have it, to its organiser."""
    event = proposed.instances[0].copy()
    event.rest = ()
    for each in event.all("ATTENDEE"):
        if each.address == attendee.address:
            event.replace(each, attendee)
    event.set(stamped(now))
    if comment:
        event.set(text_line("COMMENT", comment))
    organiser = next(iter(proposed.organisers.values()))
    return message("COUNTER", attendee, organiser, [event], zones=proposed.zones)


def decline_counter(calendar: Scheduled, attendee: Line, *, now: datetime, comment: str = "") -> Message:
    """To the attendee who proposed something else: the meeting stays as it is."""
    event = calendar.instances[0]
    organiser = next(iter(calendar.organisers.values()))
    lines = [
        line("UID", event.text("UID")),
        stamped(now),
        *event.all("SEQUENCE")[:1],
        *event.all("RECURRENCE-ID")[:1],
        *event.all("DTSTART")[:1],
        *(event.all("DTEND") or event.all("DURATION"))[:1],
        *event.all("SUMMARY")[:1],
        organiser,
        attendee,
        *([text_line("COMMENT", comment)] if comment else []),
    ]
    told = Instance(lines, event.meaning, event.recurrence)
    return message("DECLINECOUNTER", organiser, attendee, [told], zones=calendar.zones)
