"""Whether a change is one that those invited must answer anew (RFC 5546 2.1.4): another time, not another word."""

from collections.abc import Iterator

from jembatan.meetings.formats.itip.instance import Instance
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.recurrence import written

SETS = ("RDATE", "EXDATE")


def differs(old: Scheduled | None, new: Scheduled | None) -> bool:
    """Whether the two take place at different times, or one is off that was not. Order and spelling do not count."""
    return _times(old) != _times(new)


def _times(calendar: Scheduled | None) -> set[tuple[str, ...]]:
    events = calendar.instances if calendar else []
    return {(event.recurrence, *said) for event in events for said in _said(event)}


def _said(event: Instance) -> Iterator[tuple[str, ...]]:
    for name in ("DTSTART", "DTEND"):
        moment = event.moment(name)
        line = event.first(name)
        if moment is not None and line is not None:
            # A series in another zone moves when clocks change.
            yield name, written(moment), line.parameter("TZID") if event.first("RRULE") else ""
    yield "DURATION", event.text("DURATION")
    yield "STATUS", event.text("STATUS").upper() if event.text("STATUS").upper() == "CANCELLED" else ""
    for rule in event.all("RRULE"):
        yield "RRULE", *sorted(rule.value.upper().split(";"))
    for name in SETS:
        yield name, *sorted(event.moments(name))
