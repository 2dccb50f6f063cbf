"""Wall clock times of many days as moments in UTC, quickly: what a zone does on a day is asked once."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import NamedTuple

DAY = timedelta(days=1)


class Midnights(dict[int, datetime]):
    """Of each day (an ordinal), its midnight in UTC."""

    def __missing__(self, day: int) -> datetime:
        self[day] = moment = datetime.combine(datetime.fromordinal(day), time.min, UTC)
        return moment


class Digits(dict[int, str]):
    """Of each day, `20260305`."""

    def __missing__(self, day: int) -> str:
        moment = datetime.fromordinal(day)
        self[day] = text = f"{moment.year:04}{moment.month:02}{moment.day:02}"
        return text


class Offsets(dict[int, timedelta | None]):
    """Of each day in a zone, how far its clocks are before UTC; None where that changes on this day."""

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self.zone = zone

    def __missing__(self, day: int) -> timedelta | None:
        first = datetime.fromordinal(day).replace(tzinfo=self.zone)
        before, after = first.utcoffset(), (first + DAY).utcoffset()
        self[day] = offset = before if before == after else None
        return offset


@cache
def days_of_change(zone: tzinfo, year: int) -> tuple[int, ...]:
    """The days of a year on which the zone's clocks are changed, in order."""
    offsets = offsets_of(zone)
    return tuple(day for day in range(_new_year(year), _new_year(year + 1)) if offsets[day] is None)


def _new_year(year: int) -> int:
    return date(year, 1, 1).toordinal()


class Shift(NamedTuple):
    """What makes a day's midnight in UTC the moment of a wall clock's time: how much, over how many days, written how."""

    by: timedelta
    days: int
    written: str


MIDNIGHTS, DIGITS = Midnights(), Digits()


@cache
def offsets_of(zone: tzinfo) -> Offsets:
    """One table a zone."""
    return Offsets(zone)


def shift_of(clock: timedelta, offset: timedelta, *, suffix: str | None) -> Shift:
    """Of a time since midnight in clocks that are `offset` before UTC; `suffix` is Z or nothing, None for whole days."""
    by = clock - offset
    if suffix is None:
        return Shift(by, by.days, "")
    hours, seconds = divmod(by.seconds, 3600)
    return Shift(by, by.days, f"T{hours:02}{seconds // 60:02}{seconds % 60:02}{suffix}")
