"""An open position goes to one who may take it, and what has to leave for it goes where it costs least."""

import numpy as np

from jembatan.rostering.solving.compiled import compiled
from jembatan.rostering.solving.fits import fits
from jembatan.rostering.solving.grid import Array, Grid
from jembatan.rostering.solving.moves import LONGEST, Change, Share, random_below, random_share
from jembatan.rostering.solving.state import State, Weights, price, put, take

ASKED = 48  # So many officers are asked for each position that has to leave, at most.


@compiled
def rescue(
    grid: Grid,
    state: State,
    weights: Weights,
    share: Share,
    change: Change,
    random: Array,
    p: int,
    limit: float,
) -> float:
    """What it costs, no more than `limit`; 0 where it is not done. What finds no other officer stays open."""
    o = somebody_able(grid, share, random, p)
    n = make_room(grid, state, change, random, p, o) if o >= 0 else 0
    if n == 0:
        return 0.0
    cost = 0.0
    for i in range(1, n):
        cost += take(grid, state, weights, change.positions[i])
    if fits(grid, state, p, o):
        cost += put(grid, state, weights, p, o)
        for i in range(1, n):
            change.to[i] = _cheapest(grid, state, weights, share, random, change.positions[i])
            if change.to[i] >= 0:
                cost += put(grid, state, weights, change.positions[i], change.to[i])
        if cost <= limit:
            return cost
        for i in range(n):
            if change.to[i] >= 0:
                take(grid, state, weights, change.positions[i])
    for i in range(1, n):
        put(grid, state, weights, change.positions[i], o)
    return 0.0


@compiled
def somebody_able(grid: Grid, share: Share, random: Array, p: int) -> int:
    """One of the share who may take the position, whatever they do already; -1 where the lot falls on another."""
    if grid.speakers_count[p] == 0:
        return -1
    o = grid.speakers[grid.speakers_from[p] + random_below(random, grid.speakers_count[p])]
    return int(o) if share.mine[o] and grid.may[p, o] else -1


@compiled
def make_room(grid: Grid, state: State, change: Change, random: Array, p: int, o: int) -> int:
    """Note the position for the officer, then what they cannot keep beside it that day and around its rest, at times one duty more; 0 where some of it is fixed."""
    change.positions[0], change.to[0] = p, o
    n, day, count = 1, grid.day[p], state.used[o, grid.day[p]]
    more = random_below(random, count) if count > 0 and random_share(random) < 0.5 else -1
    for slot in range(count):
        q = state.held[o, day, slot]
        early = grid.end[q] + grid.travel[grid.place[q], grid.place[p]] <= grid.start[p]
        late = grid.end[p] + grid.travel[grid.place[p], grid.place[q]] <= grid.start[q]
        if slot == more or not (early or late):
            n = _note(state, change, q, n)
    if day > 0:
        for slot in range(state.used[o, day - 1]):
            q = state.held[o, day - 1, slot]
            if grid.start[p] - grid.end[q] < grid.rest:
                n = _note(state, change, q, n)
    if day + 1 < grid.days:
        for slot in range(state.used[o, day + 1]):
            q = state.held[o, day + 1, slot]
            if grid.start[q] - grid.end[p] < grid.rest:
                n = _note(state, change, q, n)
    return n


@compiled
def _note(state: State, change: Change, q: int, n: int) -> int:
    if n == 0 or n >= LONGEST or state.fixed[q]:
        return 0
    change.positions[n] = q
    return n + 1


@compiled
def _cheapest(grid: Grid, state: State, weights: Weights, share: Share, random: Array, p: int) -> int:
    """Of the officers who speak its language, the one who costs least; -1 where nobody can, of those who are asked."""
    count = grid.speakers_count[p]
    best, least = -1, 1e18
    begin = random_below(random, count) if count > 0 else 0
    for turn in range(min(count, ASKED)):
        o = int(np.int64(grid.speakers[grid.speakers_from[p] + (begin + turn) % count]))
        if share.mine[o] and grid.may[p, o]:
            cost = price(grid, state, weights, p, o)
            if cost < least and fits(grid, state, p, o):
                best, least = o, cost
    return best
