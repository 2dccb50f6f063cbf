"""The days that a report covers."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_interval
from django.utils import timezone

from jembatan.accounts.models import Desk

LOCALES = {"id": "id", "en": "en_GB"}
DAY = timedelta(days=1)
LAST = date.max - 2 * DAY
"""The moment at which a later one ends cannot be told in every zone."""


class Kind(StrEnum):
    """What the days make of a report."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included, as days in the desk's zone. Raises `ValueError` if they are in the wrong order."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the last day comes before the first")

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    @property
    def kind(self) -> Kind:
        """A day, a week from Monday, a whole month, or other days."""
        if self.days == 1:
            return Kind.DAY
        if self.days == 7 and self.first.weekday() == 0:
            return Kind.WEEK
        whole = self.first.day == 1 and self == month_of(self.first)
        return Kind.MONTH if whole else Kind.OTHER

    @property
    def before(self) -> "Period":
        """The month before a month, else as many days right before these; at the beginning of all dates, the same days."""
        if (self.first - date.min).days <= max(self.days, 31):
            return self
        if self.kind is Kind.MONTH:
            return month_of(self.first - DAY)
        return Period(self.first - self.days * DAY, self.first - DAY)

    def moments(self, desk: Desk) -> tuple[datetime, datetime]:
        """The half-open interval of moments, in the desk's zone."""
        zone = ZoneInfo(desk.time_zone)
        start = datetime.combine(self.first, time.min, zone)
        return start, datetime.combine(min(self.last, LAST) + DAY, time.min, zone)

    def written(self, *, language: str) -> str:
        """ "16–22 Nov 2026", "November 2026"."""
        locale = LOCALES[language]
        if self.kind is Kind.MONTH:
            return format_date(self.first, "MMMM y", locale=locale)
        return format_interval(self.first, self.last, "yMMMd", locale=locale)


def week_of(day: date) -> Period:
    """Monday to Sunday around the day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def month_of(day: date) -> Period:
    """The whole month around the day."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def today_at(desk: Desk) -> date:
    """The day that it is at the desk."""
    return timezone.localdate(timezone=ZoneInfo(desk.time_zone))


def this_week(desk: Desk) -> Period:
    """The week that the desk lives in now."""
    return week_of(today_at(desk))
