"""Simulated annealing: single duties, exchanges, whole days and whole acquaintances change officers, ever less against the grain."""

import math

from jembatan.rostering.solving.compiled import compiled
from jembatan.rostering.solving.grid import Array, Grid
from jembatan.rostering.solving.moves import (
    LONGEST,
    Change,
    Share,
    attempt,
    random_below,
    random_share,
    renew_teams,
)
from jembatan.rostering.solving.rescuing import make_room, rescue, somebody_able
from jembatan.rostering.solving.state import State, Weights

RENEWED = 5_000
OPEN = 0.15  # So often an open position is looked at, where there are any.
RESCUE = 0.2  # Of those looks, so many ask for each position that has to leave who can take it.


@compiled
def anneal(
    grid: Grid,
    state: State,
    weights: Weights,
    share: Share,
    change: Change,
    random: Array,
    moves: int,
    warmth: float,
) -> float:
    """Try so many changes at one temperature; what they cost together."""
    total = 0.0
    if len(share.positions) == 0:
        return total
    for move in range(moves):
        if move % RENEWED == 0:
            renew_teams(grid, state, share)
        if share.open_count[0] > 0 and random_share(random) < OPEN:
            p = share.open[random_below(random, share.open_count[0])]
        else:
            p = share.positions[random_below(random, len(share.positions))]
        limit = -warmth * math.log(random_share(random) + 1e-12)
        kind = random_share(random)
        if state.officer[p] < 0 and kind < RESCUE:
            total += rescue(grid, state, weights, share, change, random, p, limit)
            continue
        if state.officer[p] < 0 and kind < 0.7:
            n = _fill(grid, state, share, change, random, p)
        elif kind < 0.3:
            n = _push(grid, state, share, change, random, p)
        elif state.officer[p] < 0 or kind < 0.5:
            n = _to_another(grid, state, share, change, random, p)
        elif kind < 0.7:
            n = _exchange(grid, state, share, change, random, p)
        elif kind < 0.82:
            n = _whole_day(grid, state, share, change, random, p)
        elif kind < 0.94:
            n = _exchange_days(grid, state, share, change, random, p)
        else:
            n = _leave(grid, state, share, change, random, p)
        if n > 0:
            total += attempt(grid, state, weights, change, n, limit)
    return total


@compiled
def _somebody(grid: Grid, share: Share, random: Array, p: int) -> int:
    """An officer for the position: mostly one who serves its delegation, else one of another, else any who speaks its language."""
    g = grid.delegation[p]
    kind = random_share(random)
    if kind < 0.75 and share.team_count[g] > 0:
        return int(share.team[g, random_below(random, share.team_count[g])])
    if kind < 0.93:
        g = random_below(random, grid.delegations)
        if share.team_count[g] > 0:
            return int(share.team[g, random_below(random, share.team_count[g])])
    if grid.speakers_count[p] == 0:
        return -1
    o = grid.speakers[grid.speakers_from[p] + random_below(random, grid.speakers_count[p])]
    return int(o) if share.mine[o] else -1


@compiled
def _to_another(grid: Grid, state: State, share: Share, change: Change, random: Array, p: int) -> int:
    o = _somebody(grid, share, random, p)
    if o < 0 or o == state.officer[p]:
        return 0
    change.positions[0], change.to[0] = p, o
    return 1


@compiled
def _push(grid: Grid, state: State, share: Share, change: Change, random: Array, p: int) -> int:
    """The position goes to another officer; what stands in its way there goes where it came from."""
    o, was, n = _somebody(grid, share, random, p), state.officer[p], 1
    if o < 0 or o == was or not grid.may[p, o]:
        return 0
    change.positions[0], change.to[0] = p, o
    for slot in range(state.used[o, grid.day[p]]):
        q = state.held[o, grid.day[p], slot]
        early = grid.end[q] + grid.travel[grid.place[q], grid.place[p]] <= grid.start[p]
        late = grid.end[p] + grid.travel[grid.place[p], grid.place[q]] <= grid.start[q]
        if early or late:
            continue
        if state.fixed[q] or n >= LONGEST or (was >= 0 and not grid.may[q, was]):
            return 0
        change.positions[n], change.to[n] = q, was
        n += 1
    return n


@compiled
def _fill(grid: Grid, state: State, share: Share, change: Change, random: Array, p: int) -> int:
    """The open position goes to whoever may take it; what is in its way there goes to others or stays open."""
    o = somebody_able(grid, share, random, p)
    n = make_room(grid, state, change, random, p, o) if o >= 0 else 0
    for i in range(1, n):
        q = change.positions[i]
        to = _somebody(grid, share, random, q) if random_share(random) < 0.8 else -1
        if to == state.officer[q] or (to >= 0 and not grid.may[q, to]):
            to = -1
        change.to[i] = to
    return n


@compiled
def _exchange(grid: Grid, state: State, share: Share, change: Change, random: Array, p: int) -> int:
    if random_share(random) < 0.6:
        q = share.positions[share.block_from[p] + random_below(random, share.block_count[p])]
    else:
        q = share.positions[share.day_from[p] + random_below(random, share.day_count[p])]
    if state.officer[p] == state.officer[q]:
        return 0
    change.positions[0], change.to[0] = p, state.officer[q]
    change.positions[1], change.to[1] = q, state.officer[p]
    return 2


@compiled
def _add_day(grid: Grid, state: State, change: Change, n: int, o: int, day: int, to: int) -> int:
    """Note the whole day of an officer for another one; -1 where some of it is fixed."""
    for slot in range(state.used[o, day]):
        p = state.held[o, day, slot]
        if state.fixed[p] or n >= LONGEST:
            return -1
        change.positions[n], change.to[n] = p, to
        n += 1
    return n


@compiled
def _whole_day(grid: Grid, state: State, share: Share, change: Change, random: Array, p: int) -> int:
    o = _somebody(grid, share, random, p)
    if o < 0 or o == state.officer[p]:
        return 0
    return _add_day(grid, state, change, 0, state.officer[p], grid.day[p], o)


@compiled
def _exchange_days(grid: Grid, state: State, share: Share, change: Change, random: Array, p: int) -> int:
    o = _somebody(grid, share, random, p)
    if o < 0 or o == state.officer[p]:
        return 0
    n = _add_day(grid, state, change, 0, state.officer[p], grid.day[p], o)
    return n if n < 0 else _add_day(grid, state, change, n, o, grid.day[p], state.officer[p])


@compiled
def _leave(grid: Grid, state: State, share: Share, change: Change, random: Array, p: int) -> int:
    """All that the officer does for the delegation goes to others of its team, or to one of them."""
    o, g, n = state.officer[p], grid.delegation[p], 0
    if state.served[o, g] > 6 or share.team_count[g] < 2:
        return 0
    one = share.team[g, random_below(random, share.team_count[g])]
    to_one = random_share(random) < 0.5
    for day in range(grid.days):
        for slot in range(state.used[o, day]):
            q = state.held[o, day, slot]
            if grid.delegation[q] != g:
                continue
            to = one if to_one else share.team[g, random_below(random, share.team_count[g])]
            if state.fixed[q] or to == o or n >= LONGEST:
                return 0
            change.positions[n], change.to[n] = q, to
            n += 1
    return n
