"""How a meeting that is planned by hand repeats, as an RFC 5545 rule."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ONE_DAY = timedelta(days=1)


class Every(StrEnum):
    """After how long it takes place again."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH_BY_DATE = "date"
    MONTH_BY_WEEKDAY = "weekday"


def rule_of(every: Every, first: date, *, last: date | None = None, zone: str = "") -> str:
    """The rule from the first day on (its moment, in its own zone; a day for whole days) to the last day, or without an end."""
    rule = f"RRULE:FREQ={_frequency(every, first)}"
    return f"{rule};UNTIL={_until(first, last, zone)}" if last else rule


def _frequency(every: Every, first: date) -> str:
    if every == Every.WEEK:
        return "WEEKLY"
    if every == Every.FORTNIGHT:
        return "WEEKLY;INTERVAL=2"
    if every == Every.MONTH_BY_DATE:
        return "MONTHLY"
    number = (first.day - 1) // 7 + 1
    return f"MONTHLY;BYDAY={number if number < 5 else -1}{WEEKDAYS[first.weekday()]}"


def _until(first: date, last: date, zone: str) -> str:
    """A rule with times ends at a moment, in UTC (RFC 5545 3.3.10)."""
    if not isinstance(first, datetime):
        return f"{last:%Y%m%d}"
    end = datetime.combine(last + ONE_DAY, time(), tzinfo=ZoneInfo(zone)) - timedelta(seconds=1)
    return f"{end.astimezone(UTC):%Y%m%dT%H%M%SZ}"
