"""What an organiser tells those invited: REQUEST to who is, CANCEL to who is no longer (RFC 5546 3.2.2, 3.2.5)."""

from collections.abc import Iterator
from datetime import datetime

from jembatan.meetings.formats.itip.instance import SERIES, Instance
from jembatan.meetings.formats.itip.invited import Invited, invited_to
from jembatan.meetings.formats.itip.line import Line, line
from jembatan.meetings.formats.itip.message import SCHEDULING, Message, message, stamped
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.significance import differs


def tidings_of(
    old: Scheduled | None, new: Scheduled | None, *, organiser: str, now: datetime
) -> list[Message]:
    """One message to each attendee of either version but the organiser."""
    before = invited_to(old)
    after = invited_to(new) if new and new.organisers else {}
    told = [address for address in {**before, **after} if address != organiser]
    if new and all(each.text("STATUS").upper() == "CANCELLED" for each in new.instances):
        return [_cancel(new, (after.get(each) or before[each]).line, old, now) for each in told]
    changed = differs(old, new)
    return [
        _request(new, after[each], before.get(each), changed=changed, now=now)
        if new and each in after
        else _cancel(new if new and new.organisers else old, before[each].line, old, now)
        for each in told
    ]


def request_to(calendar: Scheduled, attendee: Invited, *, now: datetime) -> Message:
    """The meeting as it stands, for an attendee who asked for it (REFRESH) or is to be asked again."""
    return _request(calendar, attendee, None, changed=True, now=now)


def _request(
    new: Scheduled, attendee: Invited, before: Invited | None, *, changed: bool, now: datetime
) -> Message:
    significant = (
        changed
        or before is None
        or attendee.forced.upper() == "REQUEST"
        or set(before.lines) != set(attendee.lines)
    )
    events = [
        _told(event, attendee, new, now)
        for recurrence, event in new.by_recurrence.items()
        if recurrence in attendee.lines
    ]
    organiser = next(iter(new.organisers.values()))
    return message("REQUEST", organiser, attendee.line, events, zones=new.zones, significant=significant)


def _told(event: Instance, attendee: Invited, calendar: Scheduled, now: datetime) -> Instance:
    """The event without what concerns the organiser alone; alarms are, too."""
    told = event.copy()
    told.rest = ()
    told.lines = [
        each.changed(without=SCHEDULING)
        if each.name in {"ORGANIZER", "ATTENDEE"} and any(map(each.parameter, SCHEDULING))
        else each
        for each in told.lines
        if each.name
    ]
    if event.recurrence == SERIES:
        told.lines = list(map(_asked, told.lines))
        told.lines += _left_out(calendar, attendee)
    told.set(stamped(now))
    return told


def _asked(each: Line) -> Line:
    """Some programs show an invitation only where it says that an answer is awaited."""
    unanswered = each.name == "ATTENDEE" and not each.parameter("PARTSTAT")
    return each.changed(PARTSTAT="NEEDS-ACTION") if unanswered else each


def _left_out(calendar: Scheduled, attendee: Invited) -> Iterator[Line]:
    """Occurrences to which others are asked are none for this attendee."""
    for event in calendar.instances:
        recurrence = event.first("RECURRENCE-ID")
        if recurrence is not None and event.recurrence not in attendee.lines:
            yield recurrence.renamed("EXDATE", without=("RANGE",))


def _cancel(calendar: Scheduled | None, attendee: Line, old: Scheduled | None, now: datetime) -> Message:
    assert calendar is not None
    event = calendar.series or calendar.instances[0]
    before = (old.series or old.instances[0]).sequence + 1 if old else 0
    sequence = max(event.sequence, before)
    said = [event.first(name) for name in ("SUMMARY", "DTSTART")]
    lasting = event.first("DTEND") or event.first("DURATION")
    organisers = calendar.organisers or (old.organisers if old else {})
    organiser = next(iter(organisers.values()))
    lines = [
        line("UID", event.text("UID")),
        stamped(now),
        line("SEQUENCE", str(sequence)),
        *(each for each in (*said, lasting, _which(event)) if each is not None),
        organiser.changed(without=SCHEDULING),
        attendee.changed(without=(*SCHEDULING, "PARTSTAT", "RSVP")),
    ]
    told = Instance(lines, event.meaning, event.recurrence)
    return message("CANCEL", organiser, attendee, [told], zones=calendar.zones)


def _which(event: Instance) -> Line | None:
    """Which date is off, where it is one of a series (RFC 5546 3.2.5)."""
    return event.first("RECURRENCE-ID")
