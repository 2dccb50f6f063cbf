"""When a stored meeting takes place: its own times, or its series with every change to single occurrences applied."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Any

import recurring_ical_events
from icalendar import Calendar, Component

from jembatan.meetings.formats.calendars import BROKEN
from jembatan.meetings.formats.event import as_stored
from jembatan.meetings.formats.moment import Moment
from jembatan.meetings.formats.plain_series import plain_moments_between
from jembatan.meetings.formats.recurrence import written
from jembatan.meetings.formats.timed import Part, as_meant, read_written, timed_event

KEY = "X-JEMBATAN-KEY"
FAST = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY)|BYSECOND=|BYMINUTE=", re.IGNORECASE)
UNTIL = re.compile(r"UNTIL=(\d{8})", re.IGNORECASE)
FAST_PERIOD = timedelta(days=2)
MOST = 20_000


class CannotExpand(ValueError):
    """A rule that no one can follow; its text says why."""


def moments(parts: Sequence[Part], *, until: datetime) -> list[Moment]:
    """Every occurrence of one series (all parts have its UID) that begins before `until`, at most 20,000.

    A series that repeats within the hour is a machine's, not a meeting: two days of it are told. Raises `CannotExpand`.
    """
    if len(parts) == 1 and not parts[0].rule:
        part = parts[0]
        return [Moment(part.key, part.recurrence_id, part.starts_at, part.ends_at)]
    first = min(part.starts_at for part in parts)
    if any(FAST.search(part.rule) for part in parts):
        until = min(until, first + FAST_PERIOD)
    return _between(parts, first - timedelta(days=1), until)


def moments_between(parts: Sequence[Part], start: datetime, end: datetime) -> list[Moment]:
    """The occurrences that touch a period (UTC, or digits as UTC for floating and all-day parts)."""
    if any(FAST.search(part.rule) for part in parts):
        return []
    return _between(parts, start, end)


def runs_past(parts: Sequence[Part], moment: datetime) -> bool:
    """Whether the series may have occurrences that begin at or after this moment."""
    limit = f"{moment:%Y%m%d}"
    rules = [line for part in parts if not FAST.search(part.rule) for line in part.rule.splitlines()]
    endless = (UNTIL.search(line) for line in rules if line.startswith("RRULE"))
    return any(match is None or match[1] >= limit for match in endless) or any(
        line.startswith("RDATE") and line.rpartition(":")[2][:8] >= limit for line in rules
    )


def plain_moments(parts: Sequence[Part]) -> list[Moment]:
    """What is left of a series that cannot be expanded: each part once, at its own time."""
    return [Moment(part.key, part.recurrence_id, part.starts_at, part.ends_at) for part in parts]


def _between(parts: Sequence[Part], start: datetime, end: datetime) -> list[Moment]:
    found = plain_moments_between(parts, start, end)
    if found is None:
        found = _searched(parts, start, end)
    return sorted(found, key=attrgetter("starts_at"))[:MOST]


def _searched(parts: Sequence[Part], start: datetime, end: datetime) -> list[Moment]:
    calendar = Calendar()
    for part in parts:
        calendar.add_component(_keyed(part))
    naive = all(part.clock != "zoned" for part in parts)
    if naive:
        start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    try:
        found = recurring_ical_events.of(calendar).between(start, end)
    except BROKEN as error:
        raise CannotExpand(" ".join(str(error).split()) or type(error).__name__) from error
    by_key = {part.key: part for part in parts}
    moments = (_moment(each, by_key) for each in found)
    return list({(moment.key, moment.recurrence_id): moment for moment in moments}.values())


def _keyed(part: Part) -> Component:
    event = timed_event(part)
    event[KEY] = str(part.key)
    return event


def _moment(component: Any, by_key: dict[int, Part]) -> Moment:
    part = by_key[int(component[KEY])]
    first = component["DTSTART"].dt
    starts_at = as_stored(first)
    ends_at = max(as_stored(component["DTEND"].dt), starts_at)
    if part.and_future:
        return Moment(part.key, written(_before_the_change(first, part)), starts_at, ends_at)
    if part.recurrence_id:
        return Moment(part.key, part.recurrence_id, starts_at, ends_at)
    original = getattr(component.get("RECURRENCE-ID"), "dt", first)
    return Moment(part.key, written(original), starts_at, ends_at)


def _before_the_change(first: date, part: Part) -> date:
    """When an occurrence would have begun, had this and all that follow not been moved: by the clock on its wall."""
    changed, original = as_meant(part.starts_at, part), read_written(part.recurrence_id)
    if (
        not isinstance(first, datetime)
        or not isinstance(changed, datetime)
        or not isinstance(original, datetime)
    ):
        return first
    if original.tzinfo is not None and first.tzinfo is not None:
        original = original.astimezone(first.tzinfo)
    shift = changed.replace(tzinfo=None) - original.replace(tzinfo=None)
    return first - shift
