"""The days of a programme."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jembatan.programmes.models import Programme


def days_of(programme: Programme) -> list[date]:
    """From the first to the last."""
    number = (programme.last_day - programme.first_day).days + 1
    return [programme.first_day + timedelta(days=offset) for offset in range(number)]


def end_of(programme: Programme, day: date) -> datetime:
    """The midnight after it, by the programme's clocks."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(programme.zone))
