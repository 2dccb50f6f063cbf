"""The days that a report covers."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_interval
from django.utils import timezone

from jembatan.accounts.models import Desk

LOCALES = {"id": "id", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included, as days in the desk's zone. Raises `ValueError` if they are in the wrong order."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the last day comes before the first")

    def moments(self, desk: Desk) -> tuple[datetime, datetime]:
        """The half-open interval of moments, in the desk's zone."""
        zone = ZoneInfo(desk.time_zone)
        start = datetime.combine(self.first, time.min, zone)
        return start, datetime.combine(self.last + timedelta(days=1), time.min, zone)

    def written(self, *, language: str) -> str:
        """ "16–22 Nov 2026"."""
        return format_interval(self.first, self.last, "yMMMd", locale=LOCALES[language])


def week_of(day: date) -> Period:
    """Monday to Sunday around the day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def this_week(desk: Desk) -> Period:
    """The week that the desk lives in now."""
    return week_of(timezone.localdate(timezone=ZoneInfo(desk.time_zone)))
