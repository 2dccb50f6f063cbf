"""One VEVENT as a meeting: when by which clock, how it repeats, who takes part."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from jembatan.meetings.formats.attendee import Attendee, attendees_of
from jembatan.meetings.formats.calendars import Item
from jembatan.meetings.formats.defect import Defect, Fault, Unreadable
from jembatan.meetings.formats.joining import link_of
from jembatan.meetings.formats.recurrence import recurrence_lines, written_recurrence_id
from jembatan.meetings.formats.zones import zone_behaving_like, zone_named

STATUS = {"CONFIRMED": "confirmed", "TENTATIVE": "tentative", "CANCELLED": "cancelled"}
MARKINGS = {"PRIVATE": "TLP:RED", "CONFIDENTIAL": "TLP:AMBER+STRICT"}
EARLIEST, LATEST = datetime(1, 1, 3, tzinfo=UTC), datetime(9999, 12, 29, tzinfo=UTC)
LONGEST_TEXT = 100_000


@dataclass(frozen=True, slots=True)
class Event:
    """A VEVENT, understood.

    `clock` is zoned, floating or date. `starts_at` and `ends_at` are instants; of a floating or all-day event they are its
    own digits, taken as UTC, and the end of an all-day event is the first day after it. `rule` holds the lines RRULE,
    RDATE and EXDATE. `recurrence_id` is "" for a single event or a series, and with `and_future` the change holds for
    all that follows. `stamp` is when the organiser last changed it, as far as the file says.
    """

    uid: str
    recurrence_id: str
    and_future: bool
    sequence: int
    stamp: datetime | None
    title: str
    description: str
    location: str
    url: str
    join_url: str
    clock: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    rule: str
    status: str
    marking: str
    attendees: tuple[Attendee, ...]
    source: str
    defects: tuple[Defect, ...] = ()

    @property
    def digest(self) -> str:
        """What tells two versions of one event apart; when it was exported does not count."""
        lines = [line for line in self.source.splitlines() if not line.upper().startswith("DTSTAMP")]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def event_of(item: Item) -> Event:
    """The event of a VEVENT item. Raises `Unreadable` when it has no beginning, or one that no calendar can hold."""
    component = item.component
    if component is None:
        raise Unreadable(Defect(item.line, Fault.COMPONENT, detail=item.reason))
    defects: list[Defect] = []
    first, clock, zone = _beginning(component, item, defects)
    starts_at = as_stored(first)
    ends_at = _ending(component, first, starts_at)
    if ends_at < starts_at:
        defects.append(Defect(item.line, Fault.ENDS_BEFORE))
        starts_at, ends_at = ends_at, starts_at
    source = item.block.text
    return Event(
        uid=_text(component, "UID") or f"without-uid-{hashlib.sha256(source.encode()).hexdigest()[:24]}",
        recurrence_id=written_recurrence_id(component.get("RECURRENCE-ID"), whole_days=clock == "date"),
        and_future=_param(component.get("RECURRENCE-ID"), "RANGE").upper() == "THISANDFUTURE",
        sequence=_sequence(component),
        stamp=_stamp(component),
        title=" ".join(_text(component, "SUMMARY").split()),
        description=_text(component, "DESCRIPTION"),
        location=_text(component, "LOCATION"),
        url=_text(component, "URL"),
        join_url=link_of(component),
        clock=clock,
        zone=zone,
        starts_at=starts_at,
        ends_at=ends_at,
        rule="\n".join(recurrence_lines(component, whole_days=clock == "date", item=item, defects=defects)),
        status=STATUS.get(_text(component, "STATUS").upper(), "confirmed"),
        marking=MARKINGS.get(_text(component, "CLASS").upper(), ""),
        attendees=tuple(attendees_of(component)),
        source=source,
        defects=tuple(defects),
    )


def as_stored(moment: date) -> datetime:
    """The instant of a zoned moment; a floating moment's or a day's own digits as UTC."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _beginning(component: Any, item: Item, defects: list[Defect]) -> tuple[date, str, str]:
    first = _moment(component, "DTSTART")
    if first is None:
        raise Unreadable(Defect(item.line, Fault.NO_BEGINNING))
    beyond = Unreadable(Defect(item.line, Fault.BEYOND_YEARS))
    try:
        if not EARLIEST <= as_stored(first) <= LATEST:
            raise beyond
    except OverflowError as error:
        raise beyond from error
    if not isinstance(first, datetime):
        return first, "date", ""
    if first.tzinfo is not None:
        return first, "zoned", _zone_of(first, first.tzinfo, item, defects)
    if written := _param(component.get("DTSTART"), "TZID"):
        if known := zone_named(written):
            return first.replace(tzinfo=ZoneInfo(known)), "zoned", known
        defects.append(Defect(item.line, Fault.UNKNOWN_ZONE, written))
    return first, "floating", ""


def _zone_of(first: datetime, zone: tzinfo, item: Item, defects: list[Defect]) -> str:
    if key := getattr(zone, "key", None):
        return zone_named(key) or key
    if zone is UTC or first.tzname() == "UTC":
        return "UTC"
    name = zone_named(str(first.tzname())) or zone_behaving_like(zone, first.replace(tzinfo=None))
    if name is None:
        defects.append(Defect(item.line, Fault.OWN_ZONE))
    return name or "UTC"


def _ending(component: Any, first: date, starts_at: datetime) -> datetime:
    """RFC 5545 3.6.1: DTEND, or DTSTART + DURATION, or the day itself, or the moment itself."""
    last = _moment(component, "DTEND")
    duration = getattr(component.get("DURATION"), "dt", None)
    whole_day = not isinstance(first, datetime)
    try:
        if last is not None:
            end = as_stored(_like(last, first))
        elif isinstance(duration, timedelta):
            end = starts_at + duration
        else:
            end = starts_at + timedelta(days=int(whole_day))
    except OverflowError:
        return starts_at + timedelta(days=int(whole_day))
    return starts_at + timedelta(days=1) if whole_day and end == starts_at else end


def _like(last: date, first: date) -> date:
    """An end by the clock of its beginning, where a file mixes them."""
    if not isinstance(first, datetime):
        return date(last.year, last.month, last.day)
    if not isinstance(last, datetime):
        return datetime(last.year, last.month, last.day, tzinfo=first.tzinfo)
    if (last.tzinfo is None) != (first.tzinfo is None):
        return last.replace(tzinfo=first.tzinfo)
    return last


def _moment(component: Any, name: str) -> date | None:
    value = component.get(name)
    moment = getattr(value[0] if isinstance(value, list) else value, "dt", None)
    return moment if isinstance(moment, date) else None


def _stamp(component: Any) -> datetime | None:
    moment = _moment(component, "LAST-MODIFIED") or _moment(component, "DTSTAMP")
    try:
        return as_stored(moment) if moment is not None else None
    except OverflowError:
        return None


def _sequence(component: Any) -> int:
    try:
        return min(max(int(component.get("SEQUENCE", 0)), 0), 2**31 - 1)
    except (TypeError, ValueError):
        return 0


def _text(component: Any, name: str) -> str:
    value = component.get(name, "")
    value = value[0] if isinstance(value, list) and value else value
    return str(value).replace("\x00", "").strip()[:LONGEST_TEXT]


def _param(value: Any, name: str) -> str:
    return str(getattr(value, "params", {}).get(name, ""))
