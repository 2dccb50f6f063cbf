"""The days of a programme."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jembatan.platform.ui.moments import day_text
from jembatan.programmes.formats.spans import spans_of
from jembatan.programmes.models import Programme


def days_of(programme: Programme) -> list[date]:
    """From the first to the last."""
    number = (programme.last_day - programme.first_day).days + 1
    return [programme.first_day + timedelta(days=offset) for offset in range(number)]


def end_of(programme: Programme, day: date) -> datetime:
    """The midnight after it, by the programme's clocks."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(programme.zone))


def days_told(days: Collection[date]) -> str:
    """ "18 Aug 2027–22 Aug 2027, 25 Aug 2027": those that follow each other as one."""
    return ", ".join(
        day_text(first) if first == last else f"{day_text(first)}–{day_text(last)}"
        for first, last in spans_of(days)
    )
