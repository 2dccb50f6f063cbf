"""An iCalendar file, however broken, as calendars of the `icalendar` library and a list of what could not be read.

Each component is parsed by itself: a broken event costs that event, a broken line that line. The library keeps the zones
that a file defines in one place for the whole process; they are forgotten before each file, so that no file's own
"Eastern Time" reaches the next, and one file is read at a time.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock

import x_wr_timezone
from icalendar import Calendar, Component
from icalendar.error import GloballyUniqueTZIDGuessed
from icalendar.prop import vBroken
from icalendar.timezone import tzp

from jembatan.meetings.formats.blocks import Block, ContentLine, read_blocks
from jembatan.meetings.formats.defect import Defect, Fault
from jembatan.meetings.formats.text import decode

BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
ONCE = {"DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "UID", "SEQUENCE", "SUMMARY", "STATUS"}
PARTS = {"VTIMEZONE", "STANDARD", "DAYLIGHT", "VALARM"}

_one_file_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class Item:
    """Something a calendar holds: an event, a task, a journal entry; `component` None when it could not be parsed, and why."""

    block: Block
    component: Component | None
    reason: str = ""

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.block.line


@dataclass(slots=True)
class CalendarFile:
    """What a file holds, in its order: calendars fit for expansion, all items, all defects."""

    calendars: list[Calendar] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)


def read_calendars(raw: bytes) -> CalendarFile:
    """Never raises. Components outside of a VCALENDAR are taken as a calendar of their own."""
    # A zero byte is no text, and a database keeps none.
    blocks, defects = read_blocks(decode(raw).replace("\x00", "\ufffd"))
    file = CalendarFile(defects=defects)
    loose = Block("VCALENDAR", 0, children=[block for block in blocks if block.name != "VCALENDAR"])
    with _one_file_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore", GloballyUniqueTZIDGuessed)
        tzp.use_default()
        for block in [block for block in blocks if block.name == "VCALENDAR"] + [loose] * bool(
            loose.children
        ):
            _read_calendar(block, file)
    return file


def _read_calendar(block: Block, file: CalendarFile) -> None:
    calendar = _with_own_lines(block, file)
    parsed: list[tuple[Block, Component | None, str]] = []
    for child in sorted(block.children, key=lambda child: child.name != "VTIMEZONE"):
        component, reason = _parse(child, file)
        parsed.append((child, component, reason))
        if component is not None:
            calendar.add_component(component)
        elif child.name in PARTS:
            file.defects.append(Defect(child.line, Fault.COMPONENT, detail=reason))
    standard = _in_its_zone(calendar, block, file)
    components = iter(standard.subcomponents)
    for child, component, reason in parsed:
        placed = Item(child, None if component is None else next(components), reason)
        file.items.extend(_items(placed))
    file.calendars.append(standard)


def _items(item: Item) -> Iterator[Item]:
    """The item, unless it is a zone; and the events that a vendor's own component wraps."""
    if item.block.name not in PARTS:
        yield item
    inside = item.component.subcomponents if item.component is not None else []
    for block, component in zip(item.block.children, inside, strict=False):
        if block.name == component.name == "VEVENT":
            yield Item(block, component)


def _in_its_zone(calendar: Calendar, block: Block, file: CalendarFile) -> Calendar:
    """With X-WR-TIMEZONE, which some exporters write in place of zones, applied to every event; the order is kept."""
    try:
        standard: Calendar = x_wr_timezone.to_standard(calendar)
        return standard
    except BROKEN as error:
        file.defects.append(Defect(block.line, Fault.CALENDAR_ZONE, detail=_sentence(error)))
        del calendar["X-WR-TIMEZONE"]
        return calendar


def _with_own_lines(block: Block, file: CalendarFile) -> Calendar:
    own, reason = _parse(Block("VCALENDAR", block.line, lines=block.lines), file)
    if isinstance(own, Calendar):
        return own
    file.defects.append(Defect(block.line, Fault.COMPONENT, detail=reason))
    return Calendar()


def _parse(block: Block, file: CalendarFile) -> tuple[Component | None, str]:
    """The component, without the lines that break it (each a defect); None and the reason when nothing helps."""
    try:
        component = Component.from_ical(block.text)
    except BROKEN:
        pruned = _without_broken_lines(block, file)
        try:
            component = Component.from_ical(pruned.text)
        except BROKEN as error:
            return None, _sentence(error)
    file.defects.extend(
        Defect(block.line, Fault.PROPERTY if name else Fault.LINE, str(name or ""), _sentence(reason))
        for name, reason in component.errors
    )
    _drop_broken_values(component)
    return component, ""


def _drop_broken_values(component: Component) -> None:
    """The library keeps what it cannot read as values that raise when they are touched; their defects are told by now."""
    for name, value in list(component.items()):
        kept = [
            each for each in (value if isinstance(value, list) else [value]) if not isinstance(each, vBroken)
        ]
        if not kept:
            del component[name]
        elif isinstance(value, list):
            component[name] = kept[0] if name in ONCE else kept
    for child in component.subcomponents:
        _drop_broken_values(child)


def _without_broken_lines(block: Block, file: CalendarFile) -> Block:
    children = [_without_broken_lines(child, file) for child in block.children]
    return Block(
        block.name, block.line, [line for line in block.lines if _parses(block, line, file)], children
    )


def _parses(block: Block, line: ContentLine, file: CalendarFile) -> bool:
    try:
        Component.from_ical(f"BEGIN:{block.name}\r\n{line.text}\r\nEND:{block.name}")
    except BROKEN as error:
        file.defects.append(Defect(line.number, Fault.LINE, detail=_sentence(error)))
        return False
    return True


def _sentence(error: object) -> str:
    text = " ".join(str(error).split()).strip("'\"") or type(error).__name__
    return text if len(text) <= 200 else text[:199] + "…"
