"""A calendar object (RFC 4791 4.1): one meeting with the changes to its occurrences, line by line as it was written.

What nobody asked to change is printed as it was read. What a line means (a time in a zone that the file defines) is read
beside it by `formats.calendars`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jembatan.meetings.formats.blocks import Block, read_blocks
from jembatan.meetings.formats.calendars import CalendarFile, Item, read_calendars
from jembatan.meetings.formats.itip.instance import SERIES, Instance
from jembatan.meetings.formats.itip.line import Line
from jembatan.meetings.formats.recurrence import written
from jembatan.meetings.formats.text import decode


@dataclass(slots=True)
class Scheduled:
    """The meeting of one UID: `header` are the calendar's own lines, `zones` its VTIMEZONEs, `others` what is no VEVENT."""

    header: list[Line]
    instances: list[Instance]
    zones: list[Block] = field(default_factory=list)
    others: list[Block] = field(default_factory=list)

    @property
    def method(self) -> str:
        """REQUEST, REPLY, …; "" in a calendar at rest."""
        return next((each.value.strip().upper() for each in self.header if each.name == "METHOD"), "")

    @property
    def uid(self) -> str:
        """Of its first event."""
        return self.instances[0].text("UID") if self.instances else ""

    @property
    def series(self) -> Instance | None:
        """The event itself, which its exceptions are exceptions of."""
        return self.by_recurrence.get(SERIES)

    @property
    def by_recurrence(self) -> dict[str, Instance]:
        """Which occurrence (or the series) is told by which event; of two for one the last."""
        return {each.recurrence: each for each in self.instances}

    @property
    def organisers(self) -> dict[str, Line]:
        """By address; more than one is a mistake (RFC 5546 3.2)."""
        return {
            each.address: each for event in self.instances for each in event.all("ORGANIZER") if each.address
        }

    def of(self, uid: str) -> "Scheduled | None":
        """The meeting of this UID alone; None where there is none."""
        own = [each for each in self.instances if each.text("UID") == uid]
        return Scheduled(self.header, own, self.zones) if own else None

    def with_(self, meeting: "Scheduled") -> "Scheduled":
        """All that is in this calendar, with the meeting as it is now."""
        others = [each for each in self.instances if each.text("UID") != meeting.uid]
        known = {block.text for block in self.zones}
        zones = [*self.zones, *(block for block in meeting.zones if block.text not in known)]
        return Scheduled(self.header, [*others, *meeting.instances], zones, self.others)

    def copy(self) -> "Scheduled":
        """One that may be changed."""
        return Scheduled(
            list(self.header), [each.copy() for each in self.instances], list(self.zones), list(self.others)
        )

    def to_ical(self) -> bytes:
        """As an iCalendar file."""
        return "".join(f"{each}\r\n" for each in self._printed()).encode()

    def _printed(self) -> Iterator[str]:
        yield "BEGIN:VCALENDAR"
        yield from (each.folded for each in self.header)
        for block in self.zones:
            yield from _printed(block)
        for event in self.instances:
            yield "BEGIN:VEVENT"
            yield from (each.folded for each in event.lines)
            for block in event.rest:
                yield from _printed(block)
            yield "END:VEVENT"
        for block in self.others:
            yield from _printed(block)
        yield "END:VCALENDAR"


def read_scheduled(raw: bytes) -> tuple[Scheduled | None, CalendarFile]:
    """The calendar object of a file, and what was wrong with the file; None where it holds no component at all."""
    file = read_calendars(raw)
    blocks, _defects = read_blocks(decode(raw).replace("\x00", "\ufffd"))
    calendars = [block for block in blocks if block.name == "VCALENDAR"]
    children = [child for block in calendars for child in block.children]
    events = [item for item in file.items if item.block.name == "VEVENT" and item.component is not None]
    understood = {item.line for item in events}
    others = [block for block in children if block.name != "VTIMEZONE" and block.line not in understood]
    if not events and not others:
        return None, file
    header = [Line(each.text) for each in (calendars[0].lines if calendars else [])]
    zones = [block for block in children if block.name == "VTIMEZONE"]
    return Scheduled(header, [_instance(each) for each in events], zones, others), file


def _instance(item: Item) -> Instance:
    assert item.component is not None
    event = Instance([Line(each.text) for each in item.block.lines], item.component)
    event.rest = tuple(item.block.children)
    moment = event.moment("RECURRENCE-ID")
    event.recurrence = written(moment) if moment is not None else SERIES
    return event


def _printed(block: Block) -> Iterator[str]:
    yield f"BEGIN:{block.name}"
    yield from (Line(each.text).folded for each in block.lines)
    for child in block.children:
        yield from _printed(child)
    yield f"END:{block.name}"
