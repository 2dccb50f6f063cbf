"""When several people have time together, ranked, each choice with what speaks against it.

The window is laid out on a grid. Each calendar is drawn on it once, as a difference at the ends of every span, and a running sum tells
for each beginning how many are engaged: the work grows with the events plus the grid, not with their product.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from itertools import accumulate

from jembatan.platform.dates.days_off import holidays_of
from jembatan.platform.dates.working_time import Office

type Span = tuple[datetime, datetime]

STEP = timedelta(minutes=30)
A_DAY_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Attender:
    """Somebody whose time is wanted. `busy`: engagements in any order, overlapping or not; `needed`: not without them."""

    name: str
    office: Office
    busy: Sequence[Span] = ()
    needed: bool = True


class Against(StrEnum):
    """What speaks against a time for somebody."""

    BUSY = "busy"
    HOLIDAY = "holiday"
    CLOSED_DAY = "closed day"
    OUTSIDE_HOURS = "outside hours"


@dataclass(frozen=True, slots=True)
class Hindrance:
    """`told` is the name of a holiday; `minutes` how much of the meeting lies outside of their hours."""

    attender: Attender
    against: Against
    minutes: int = 0
    told: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that was found. Nothing in `hindrances`: everybody is free within their own hours."""

    starts_at: datetime
    ends_at: datetime
    hindrances: tuple[Hindrance, ...]


def common_slots(
    attenders: Sequence[Attender],
    window: Span,
    length: timedelta,
    *,
    count: int = 10,
    step: timedelta = STEP,
    language: str = "",
) -> list[Slot]:
    """The best times of `length` that begin in the window, on full steps of its clock, the best first.

    Before all else as few of the needed as possible are engaged, then as few minutes as possible lie outside of anybody's hours, then as
    few of the others are engaged; the earlier of two equals. Times do not overlap, and no day gives more than three.
    Holidays are named in `language`. Raises `ValueError` for a length or step that is not positive.
    """
    if length <= timedelta() or step <= timedelta():
        raise ValueError("a meeting takes time")
    grid = _Grid(window, length, step)
    engaged = grid.engaged(each.busy for each in attenders if each.needed)
    missed = grid.engaged(each.busy for each in attenders if not each.needed)
    outside = grid.outside([each.office for each in attenders])
    order = sorted(range(len(grid.starts)), key=lambda at: (engaged[at], outside[at], missed[at], at))
    zone = window[0].tzinfo
    return [
        Slot(
            start.astimezone(zone),
            (start + length).astimezone(zone),
            tuple(_hindrances(attenders, start, start + length, language)),
        )
        for start in _apart((grid.starts[at] for at in order), length, zone, count)
    ]


def _apart(starts: Iterable[datetime], length: timedelta, zone: tzinfo | None, count: int) -> list[datetime]:
    """The first of them that leave each other room."""
    chosen: list[datetime] = []
    per_day: dict[date, int] = {}
    for start in starts:
        day = start.astimezone(zone).date()
        if per_day.get(day, 0) < A_DAY_AT_MOST and all(abs(start - other) >= length for other in chosen):
            chosen.append(start)
            per_day[day] = per_day.get(day, 0) + 1
            if len(chosen) == count:
                break
    return chosen


class _Grid:
    """The beginnings that are possible, `step` apart, in UTC: clocks of one zone would be subtracted as they show."""

    def __init__(self, window: Span, length: timedelta, step: timedelta) -> None:
        self.first, last = (moment.astimezone(UTC) for moment in window)
        self.length, self.step = length, step
        self.starts = [self.first + at * step for at in range(max(0, -(-(last - self.first) // step)))]

    def engaged(self, calendars: Iterable[Sequence[Span]]) -> list[int]:
        """How many calendars hold something at each beginning."""
        change = [0] * (len(self.starts) + 1)
        for calendar in calendars:
            for low, high in _merged(self._taken(calendar)):
                change[low] += 1
                change[high] -= 1
        return list(accumulate(change[:-1]))

    def _taken(self, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
        """The beginnings, half-open, at which a meeting would touch each span."""
        for begins, ends in spans:
            low = max(0, (begins.astimezone(UTC) - self.length - self.first) // self.step + 1)
            high = min(len(self.starts), -((self.first - ends.astimezone(UTC)) // self.step))
            if low < high and begins < ends:
                yield low, high

    def outside(self, offices: Sequence[Office]) -> list[float]:
        """How many minutes of a meeting lie outside of hours, of all offices together, at each beginning."""
        total = [0.0] * len(self.starts)
        for office in set(offices):
            weight = offices.count(office)
            inside = [0.0] * len(self.starts)
            for opens, closes in self._open(office):
                low = max(0, (opens - self.length - self.first) // self.step + 1)
                high = min(len(self.starts), -(-(closes - self.first) // self.step))
                for at in range(low, high):
                    start = self.starts[at]
                    inside[at] += (min(closes, start + self.length) - max(opens, start)).total_seconds() / 60
            whole = self.length.total_seconds() / 60
            total = [sum_ + weight * (whole - part) for sum_, part in zip(total, inside, strict=True)]
        return total

    def _open(self, office: Office) -> Iterator[Span]:
        if not self.starts:
            return
        first = self.starts[0].astimezone(office.zone).date()
        last = (self.starts[-1] + self.length).astimezone(office.zone).date()
        for number in range((last - first).days + 1):
            span = office.span_on(first + timedelta(days=number))
            if span:
                yield span[0].astimezone(UTC), span[1].astimezone(UTC)


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same without overlaps, so that nobody counts twice."""
    low = high = -1
    for begins, ends in sorted(spans):
        if begins > high:
            if high >= 0:
                yield low, high
            low, high = begins, ends
        else:
            high = max(high, ends)
    if high >= 0:
        yield low, high


def _hindrances(
    attenders: Sequence[Attender], start: datetime, end: datetime, language: str
) -> Iterator[Hindrance]:
    for each in attenders:
        if any(begins < end and ends > start and begins < ends for begins, ends in each.busy):
            yield Hindrance(each, Against.BUSY)
        yield from _of_hours(each, start, end, language)


def _of_hours(each: Attender, start: datetime, end: datetime, language: str) -> Iterator[Hindrance]:
    office = each.office
    day = start.astimezone(office.zone).date()
    span = office.span_on(day)
    if span is None:
        holiday = holidays_of(office.country, day.year, language).get(day, "") if office.country else ""
        against = Against.HOLIDAY if holiday else Against.CLOSED_DAY
        yield Hindrance(each, against, int((end - start).total_seconds() / 60), holiday)
        return
    opens, closes = span
    inside = max(timedelta(), min(closes, end) - max(opens, start))
    if minutes := int((end - start - inside).total_seconds() / 60):
        yield Hindrance(each, Against.OUTSIDE_HOURS, minutes)
