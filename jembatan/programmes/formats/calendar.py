"""Calendars (iCalendar, RFC 5545) as talks of a schedule: single events, and every occurrence of a series within a period."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from jembatan.meetings.formats.calendars import CalendarFile, Item, read_calendars
from jembatan.meetings.formats.defect import Unreadable
from jembatan.meetings.formats.event import Event, event_of
from jembatan.meetings.formats.expansion import expand
from jembatan.programmes.formats.frab import Broken, Schedule, Talk

MOMENT = timedelta(minutes=30)
"""How long something takes that ends as it begins."""


def looks_like_calendar(head: bytes) -> bool:
    """By its first line."""
    return b"BEGIN:VCALENDAR" in head[:200].upper().replace(b"\x00", b"")


def read_calendar(content: bytes, *, zone: str, first: date, last: date) -> Schedule:
    """Wall clocks and whole days are those of `zone`; series between the two days. Never raises."""
    file = read_calendars(content)
    schedule = Schedule(zone=zone)
    series: dict[str, Event] = {}
    for item in file.items:
        if item.block.name != "VEVENT":
            continue
        try:
            event = event_of(item)
        except Unreadable:
            schedule.broken.append(_broken(item, "no_start"))
            continue
        if event.rule:
            series[event.uid] = event
        elif not event.title:
            schedule.broken.append(_broken(item, "no_title"))
        elif event.uid not in series:
            schedule.talks.append(_talk(event, item, zone))
    schedule.talks += _occurrences(file, series, zone, first, last)
    return schedule


def _occurrences(
    file: CalendarFile, series: dict[str, Event], zone: str, first: date, last: date
) -> Iterator[Talk]:
    if not series:
        return
    for occurrence in expand(file, first, last + timedelta(days=1)):
        event = series.get(occurrence.uid)
        if event is None:
            continue
        begins, ends = _instant(occurrence.start, zone), _instant(occurrence.end, zone)
        original = occurrence.recurrence_id or occurrence.start
        uid = f"ics-{event.uid[:200]}/{_instant(original, zone):%Y%m%dT%H%M}"
        title = (occurrence.summary or event.title or event.uid)[:300]
        yield Talk(
            uid, title, begins, max(ends, begins + MOMENT), event.location[:200], event.description[:2000], 0
        )


def _talk(event: Event, item: Item, zone: str) -> Talk:
    begins, ends = event.starts_at, event.ends_at
    if event.clock != "zoned":  # its own digits, kept as if they were UTC
        begins, ends = (moment.replace(tzinfo=ZoneInfo(zone)) for moment in (begins, ends))
    uid = f"ics-{event.uid[:200]}" + (f"/{event.recurrence_id}" if event.recurrence_id else "")
    return Talk(
        uid,
        event.title[:300],
        begins,
        max(ends, begins + MOMENT),
        event.location[:200],
        event.description[:2000],
        item.line,
        cancelled=event.status == "cancelled",
    )


def _instant(moment: date, zone: str) -> datetime:
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=ZoneInfo(zone))
    return moment.replace(tzinfo=ZoneInfo(zone)) if moment.tzinfo is None else moment.astimezone(UTC)


def _broken(item: Item, fault: str) -> Broken:
    raw = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{item.block.text}\r\nEND:VCALENDAR\r\n".encode()
    return Broken(item.line, "", fault, raw)
