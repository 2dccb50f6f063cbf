"""A week as a grid: quarters of hours down, days across, overlapping meetings side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from django.utils import timezone

from jembatan.meetings.web.calendar.entries import Entry
from jembatan.platform.ui.moments import clock_text, zone_text

QUARTER = 15
QUARTERS_A_DAY = 96
EARLIEST, LATEST = 7, 19
SHORTEST = 2
LANES = 4
# More than these cannot be told apart in a column; the rest of a day is in its agenda.
MOST = 16


@dataclass(slots=True)
class Block:
    """A meeting's place in its day: first quarter and number of quarters in the grid, its lane and how many there are."""

    entry: Entry
    at: int
    length: int
    lane: int = 1
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A meeting of whole days: the columns that it covers, 1 to 7."""

    entry: Entry
    column: int
    columns: int


@dataclass(slots=True)
class Day:
    """One column; `now` is the quarter that the clock stands in, on today's; `more` are not drawn."""

    day: date
    is_today: bool
    more: int
    blocks: list[Block] = field(default_factory=list)
    now: int | None = None


@dataclass(frozen=True, slots=True)
class Hour:
    """A line of the scale, in the reader's zone and in the second one."""

    own: str
    second: str


@dataclass(frozen=True, slots=True)
class Week:
    """Everything the template draws."""

    days: list[Day]
    bars: list[Bar]
    hours: list[Hour]
    zone: str
    second_zone: str


def week_of(
    entries: Sequence[Entry],
    counts: Callable[[date], int],
    monday: date,
    *,
    now: datetime,
    second: tzinfo | None,
) -> Week:
    """Lay out the entries of the seven days from `monday`; the scale shows 7 to 19 o'clock and wherever meetings are.

    `counts` says how many there are on a day, which may be more than the entries that came along.
    """
    days = [monday + timedelta(days=index) for index in range(7)]
    timed = [entry for entry in entries if not entry.whole_days]
    first_hour, last_hour = _range(timed, days)
    columns = [_day(day, timed, now, first_hour, last_hour) for day in days]
    for column in columns:
        drawn = sum(entry.first <= column.day <= entry.last for entry in entries)
        column.more = max(counts(column.day) - drawn, 0)
    noon = timezone.make_aware(datetime.combine(monday, time(12)))
    return Week(
        days=columns,
        bars=[_bar(entry, days) for entry in entries if entry.whole_days],
        hours=[_hour(monday, hour, second) for hour in range(first_hour, last_hour)],
        zone=zone_text(timezone.localtime(noon)),
        second_zone=zone_text(noon.astimezone(second)) if second else "",
    )


def _range(entries: Sequence[Entry], days: Sequence[date]) -> tuple[int, int]:
    firsts = [_quarters(entry, day) for entry in entries for day in days if entry.first <= day <= entry.last]
    first = min([EARLIEST, *(start // 4 for start, _end in firsts)])
    last = max([LATEST, *(-(-end // 4) for _start, end in firsts)])
    return first, last


def _day(day: date, entries: Sequence[Entry], now: datetime, first_hour: int, last_hour: int) -> Day:
    column = Day(day, is_today=day == now.date(), more=0)
    for entry in entries:
        if entry.first <= day <= entry.last:
            start, end = _quarters(entry, day)
            column.blocks.append(Block(entry, start - first_hour * 4 + 1, end - start))
    if column.is_today and first_hour <= now.hour < last_hour:
        column.now = now.hour * 4 + now.minute // QUARTER - first_hour * 4 + 1
    _give_lanes(column.blocks)
    return column


def _quarters(entry: Entry, day: date) -> tuple[int, int]:
    """From and until which quarter of the day; long enough to be read and pressed."""
    start = 0 if entry.first < day else (entry.starts.hour * 60 + entry.starts.minute) // QUARTER
    minutes = entry.ends.hour * 60 + entry.ends.minute
    end = QUARTERS_A_DAY if entry.ends.date() > day else -(-minutes // QUARTER)
    start = min(start, QUARTERS_A_DAY - SHORTEST)
    return start, min(max(end, start + SHORTEST), QUARTERS_A_DAY)


def _give_lanes(blocks: list[Block]) -> None:
    """Meetings that overlap, directly or through others, share their width; from the fifth on they share the last lane."""
    blocks.sort(key=lambda block: (block.at, -block.length))
    group: list[Block] = []
    ends: list[int] = []
    for block in blocks:
        if group and block.at >= max(ends):
            _close(group, ends)
            group, ends = [], []
        free = next((lane for lane, end in enumerate(ends) if end <= block.at), len(ends))
        block.lane = min(free, LANES - 1) + 1
        if free < len(ends):
            ends[free] = block.at + block.length
        else:
            ends.append(block.at + block.length)
        group.append(block)
    _close(group, ends)


def _close(group: list[Block], ends: list[int]) -> None:
    for block in group:
        block.lanes = min(len(ends), LANES)


def _bar(entry: Entry, days: Sequence[date]) -> Bar:
    first, last = max(entry.first, days[0]), min(entry.last, days[-1])
    return Bar(entry, (first - days[0]).days + 1, (last - first).days + 1)


def _hour(day: date, hour: int, second: tzinfo | None) -> Hour:
    moment = timezone.make_aware(datetime.combine(day, time(hour)))
    if second is None:
        return Hour(clock_text(moment), "")
    with timezone.override(second):
        return Hour(_own(moment, hour), clock_text(moment))


def _own(moment: datetime, hour: int) -> str:
    sign = clock_text(moment)[2]
    return f"{hour:02}{sign}00"
