"""The hours and days on which an office works, and counting in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from jembatan.platform.dates.days_off import holidays_of

LONGEST_SEARCH = 400
DAY = timedelta(days=1)

type Hours = tuple[time, time]


class NeverOpen(ValueError):
    """An office that is closed on each day of more than a year counts no time."""


@dataclass(frozen=True, slots=True)
class Office:
    """`hours` of seven days, Monday first, None where it is closed; public holidays of the country and `days_off` are free."""

    zone: tzinfo
    hours: tuple[Hours | None, ...]
    country: str = ""
    days_off: frozenset[date] = frozenset()

    def hours_on(self, day: date) -> Hours | None:
        """From when to when it works on that day."""
        if day in self.days_off or (self.country and day in holidays_of(self.country, day.year)):
            return None
        return self.hours[day.weekday()]

    def span_on(self, day: date) -> tuple[datetime, datetime] | None:
        """Opening and closing as moments."""
        hours = self.hours_on(day)
        if hours is None:
            return None
        opens, closes = (datetime.combine(day, at, self.zone) for at in hours)
        return opens, closes


def after_working_days(office: Office, since: datetime, days: int) -> datetime:
    """The closing of the last of so many working days behind the day of `since`.

    What comes after closing, or on a free day, counts as come on the next working day. Raises `NeverOpen`.
    """
    local = since.astimezone(office.zone)
    spans = (span for span in _spans(office, local.date()) if span[1] > local)
    closing = next(spans)[1]
    for _each in range(days):
        closing = next(spans)[1]
    return closing


def after_working_time(office: Office, since: datetime, amount: timedelta) -> datetime:
    """The moment at which the office has worked for so long after `since`. Raises `NeverOpen`."""
    local = since.astimezone(office.zone)
    for opens, closes in _spans(office, local.date()):
        begins = max(opens, local)
        if begins >= closes:
            continue
        here = _between(begins, closes)
        if amount <= here:
            return _later(begins, amount)
        amount -= here
    raise AssertionError("spans never end")


def before_working_time(office: Office, until: datetime, amount: timedelta) -> datetime:
    """The moment from which the office works for so long until `until`. Raises `NeverOpen`."""
    local = until.astimezone(office.zone)
    for opens, closes in _spans(office, local.date(), step=-DAY):
        ends = min(closes, local)
        if ends <= opens:
            continue
        here = _between(opens, ends)
        if amount <= here:
            return _later(ends, -amount)
        amount -= here
    raise AssertionError("spans never end")


def working_time_between(office: Office, start: datetime, end: datetime) -> timedelta:
    """How long the office works from `start` to `end`; nothing if that is not later."""
    first, last = start.astimezone(office.zone), end.astimezone(office.zone)
    total = timedelta()
    for number in range((last.date() - first.date()).days + 1):
        span = office.span_on(first.date() + number * DAY)
        if span and max(span[0], first) < min(span[1], last):
            total += _between(max(span[0], first), min(span[1], last))
    return total


def _spans(office: Office, day: date, *, step: timedelta = DAY) -> Iterator[tuple[datetime, datetime]]:
    """Working hours from that day on, without end."""
    free = 0
    while free < LONGEST_SEARCH:
        span = office.span_on(day)
        if span:
            yield span
        free = 0 if span else free + 1
        day += step
    raise NeverOpen("closed for more than a year")


def _between(start: datetime, end: datetime) -> timedelta:
    """Elapsed time: two moments of one zone would be subtracted as their clocks show."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def _later(moment: datetime, amount: timedelta) -> datetime:
    return (moment.astimezone(UTC) + amount).astimezone(moment.tzinfo)
