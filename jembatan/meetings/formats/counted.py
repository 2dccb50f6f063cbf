"""The occurrences of a file's plain series, counted in place of searched: the same, in a fiftieth of the time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Calendar

from jembatan.meetings.formats.blocks import Block
from jembatan.meetings.formats.calendars import Item
from jembatan.meetings.formats.defect import Unreadable
from jembatan.meetings.formats.event import Event, event_of
from jembatan.meetings.formats.plain_series import plain_moments_between
from jembatan.meetings.formats.timed import Part, as_meant


class FileOccurrence(NamedTuple):
    """A day, a wall-clock time or a zoned time, each as the file means it; outside of a series `recurrence_id` is its start."""

    uid: str
    recurrence_id: date | None
    start: date
    end: date
    summary: str


def counted_occurrences(calendar: Calendar, start: datetime, end: datetime) -> list[FileOccurrence] | None:
    """What touches the period, of a calendar that is one plain series; None where it has to be searched."""
    component: Any = calendar.subcomponents[0]
    if len(calendar.subcomponents) != 1 or "RRULE" not in component or "RECURRENCE-ID" in component:
        return None
    event = _understood(component)
    if event is None:
        return None
    part = Part(
        *(0, event.uid, "", False, 0, event.clock, event.zone, event.starts_at, event.ends_at, event.rule)
    )
    zone = ZoneInfo(event.zone) if event.clock == "zoned" else UTC
    try:
        found = plain_moments_between([part], _bound(start, zone, part), _bound(end, zone, part))
    except (OverflowError, ValueError):
        return None
    if found is None:
        return None
    uid, summary = str(component.get("UID", "")), str(component.get("SUMMARY", ""))
    meant = ((as_meant(each.starts_at, part), as_meant(each.ends_at, part)) for each in found)
    return [FileOccurrence(uid, first, first, last, summary) for first, last in meant]


def _understood(component: Any) -> Event | None:
    """The event, if the file says it in the way that needs no judgement."""
    first, last = component["DTSTART"].dt, getattr(component.get("DTEND"), "dt", None)
    zone = getattr(first, "tzinfo", None)
    if last is not None and (type(last), getattr(last, "tzinfo", None)) != (type(first), zone):
        return None
    if "DURATION" in component or not (zone is None or isinstance(zone, ZoneInfo)):
        return None
    if any(type(each) is not type(first) for each in _named_dates(component)):
        return None
    try:
        event = event_of(Item(Block("VEVENT", 0), component))
    except Unreadable:
        return None
    same_zone = zone is None or event.zone == zone.key
    return event if same_zone and not event.defects and event.starts_at <= event.ends_at else None


def _named_dates(component: Any) -> Iterator[date]:
    """Those that the series gains or leaves out."""
    for name in ("RDATE", "EXDATE"):
        lists = component.get(name, [])
        for dates in lists if isinstance(lists, list) else [lists]:
            yield from (each.dt for each in dates.dts)


def _bound(moment: datetime, zone: Any, part: Part) -> datetime:
    """A bound of the period by the clock of the series."""
    if part.clock != "zoned":
        return moment.replace(tzinfo=UTC)
    return (moment.replace(tzinfo=zone) if moment.tzinfo is None else moment).astimezone(UTC)
