"""Whether a position fits into what an officer does already: every rule that depends on their other duties."""

import numpy as np

from jembatan.rostering.solving.compiled import compiled
from jembatan.rostering.solving.grid import Grid
from jembatan.rostering.solving.state import State


@compiled
def fits(grid: Grid, state: State, p: int, o: int) -> bool:
    """Whether the officer may be put on the position now."""
    if not grid.may[p, o]:
        return False
    day, count = grid.day[p], state.used[o, grid.day[p]]
    minutes = grid.end[p] - grid.start[p]
    if state.work[o, day] + minutes > grid.work or count >= grid.most_a_day:
        return False
    if state.minutes[o] + minutes > grid.most[o]:
        return False
    start, end, place, travel, held = grid.start, grid.end, grid.place, grid.travel, state.held[o, day]
    begins, ends, here = start[p], end[p], place[p]
    first, last = begins, ends
    for slot in range(count):
        q = held[slot]
        if start[q] < begins:
            if end[q] + travel[place[q], here] > begins:
                return False
        elif ends + travel[here, place[q]] > start[q]:
            return False
        first, last = min(first, start[q]), max(last, end[q])
    if last - first > grid.spread:
        return False
    return _rests(grid, state, o, day, first, last) and _week(grid, state, p, o) and _team(grid, state, p, o)


@compiled
def _rests(grid: Grid, state: State, o: int, day: int, first: int, last: int) -> bool:
    if day > 0:
        for slot in range(state.used[o, day - 1]):
            if first - grid.end[state.held[o, day - 1, slot]] < grid.rest:
                return False
    if day + 1 < grid.days and state.used[o, day + 1] > 0:
        return bool(grid.start[state.held[o, day + 1, 0]] - last >= grid.rest)
    return True


@compiled
def _week(grid: Grid, state: State, p: int, o: int) -> bool:
    """No seven days that hold this one have too many days with work or too much of it."""
    day = grid.day[p]
    more = state.used[o, day] == 0
    if not more and grid.week_work >= grid.days_in_7 * grid.work:
        return True
    days, work = int(more), grid.end[p] - grid.start[p]
    begin = max(0, day - 6)
    for each in range(begin, min(begin + 7, grid.days)):
        days += state.used[o, each] > 0
        work += state.work[o, each]
    while True:
        if work > grid.week_work or (more and days > grid.days_in_7):
            return False
        if begin == day:
            return True
        days -= state.used[o, begin] > 0
        work -= state.work[o, begin]
        begin += 1
        if begin + 6 < grid.days:
            days += state.used[o, begin + 6] > 0
            work += state.work[o, begin + 6]


@compiled
def _team(grid: Grid, state: State, p: int, o: int) -> bool:
    for q in range(grid.first[p], grid.first[p] + grid.team[p]):
        other = state.officer[q]
        if q == p or other < 0:
            continue
        if other == o:
            return False
        if len(grid.apart) > 0:
            key = np.int64(other) * grid.officers + o
            place = np.searchsorted(grid.apart, key)
            if place < len(grid.apart) and grid.apart[place] == key:
                return False
    return True
