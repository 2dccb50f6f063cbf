"""Changes of a roster: positions go to other officers together, or not at all."""

from typing import NamedTuple

import numpy as np

from jembatan.rostering.solving.compiled import compiled
from jembatan.rostering.solving.fits import fits
from jembatan.rostering.solving.grid import Array, Grid
from jembatan.rostering.solving.state import State, Weights, price, put, relief, take

LONGEST = 64  # So many positions change officers at once, at most.


class Share(NamedTuple):
    """What one worker may change: its officers, and the positions that they or nobody holds; those of others it only reads."""

    positions: Array  # By day and delegation.
    block_from: Array  # By position: where those of the same day and delegation begin in `positions`, and how many there are.
    block_count: Array
    day_from: Array
    day_count: Array
    mine: Array  # By officer.
    team: Array  # Delegation × slot: officers who serve it; renewed now and then, so that some may have left.
    team_count: Array
    open: Array  # Positions that nobody had when the teams were written down.
    open_count: Array


class Change(NamedTuple):
    """Room for a change: positions, where they go, where they were."""

    positions: Array
    to: Array
    was: Array


def empty_change() -> Change:
    """Room for the longest change."""
    return Change(np.zeros(LONGEST, np.int64), np.zeros(LONGEST, np.int64), np.zeros(LONGEST, np.int64))


@compiled
def attempt(grid: Grid, state: State, weights: Weights, change: Change, n: int, limit: float) -> float:
    """Carry the change out where it costs no more than `limit` and breaks no rule; what it costs, or 0 where it is not done."""
    if n == 1:
        return _attempt_one(grid, state, weights, change.positions[0], change.to[0], limit)
    cost, done, good = 0.0, 0, True
    for i in range(n):
        if change.to[i] >= 0 and not grid.may[change.positions[i], change.to[i]]:
            return 0.0
    for i in range(n):
        change.was[i] = state.officer[change.positions[i]]
        if change.was[i] >= 0:
            cost += take(grid, state, weights, change.positions[i])
    for i in range(n):
        if change.to[i] >= 0:
            if not fits(grid, state, change.positions[i], change.to[i]):
                good = False
                break
            cost += put(grid, state, weights, change.positions[i], change.to[i])
        done += 1
    if good and cost <= limit:
        return cost
    for i in range(done):
        if change.to[i] >= 0:
            take(grid, state, weights, change.positions[i])
    for i in range(n):
        if change.was[i] >= 0:
            put(grid, state, weights, change.positions[i], change.was[i])
    return 0.0


@compiled
def _attempt_one(grid: Grid, state: State, weights: Weights, p: int, o: int, limit: float) -> float:
    """The same for one position: whoever has it and whoever gets it do not touch, so that nothing is changed before it is sure."""
    was, cost = int(np.int64(state.officer[p])), 0.0
    if not grid.may[p, o]:
        return 0.0
    if was >= 0:
        cost = -relief(grid, state, weights, p)
    cost += price(grid, state, weights, p, o)
    if cost > limit:
        return 0.0
    if was >= 0:
        take(grid, state, weights, p)
    if fits(grid, state, p, o):
        put(grid, state, weights, p, o)
        return cost
    if was >= 0:
        put(grid, state, weights, p, was)
    return 0.0


@compiled
def renew_teams(grid: Grid, state: State, share: Share) -> None:
    """Write down anew who serves which delegation, and what is open."""
    share.open_count[0] = 0
    for p in share.positions:
        if state.officer[p] < 0:
            share.open[share.open_count[0]] = p
            share.open_count[0] += 1
    for g in range(grid.delegations):
        n = 0
        for o in range(grid.officers):
            if share.mine[o] and state.served[o, g] > 0 and n < share.team.shape[1]:
                share.team[g, n] = o
                n += 1
        share.team_count[g] = n


@compiled
def random_below(random: Array, n: int) -> int:
    """A whole number from 0 to n - 1."""
    return min(int(random_share(random) * n), n - 1)


@compiled
def random_share(random: Array) -> float:
    """A number from 0 to 1, by Marsaglia's xorshift; `random` holds its state."""
    x = random[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    random[0] = x
    return float(x >> np.uint64(11)) * (1.0 / 9007199254740992.0)
