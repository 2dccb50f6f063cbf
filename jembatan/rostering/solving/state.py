"""The roster under way as arrays, and the two steps that change it: an officer is put on a position, or taken off."""

from typing import NamedTuple

import numpy as np

from jembatan.rostering.solving.compiled import compiled
from jembatan.rostering.solving.grid import Array, Grid

LONG_KNOWN = 32  # Duties from which on an acquaintance costs all it can.
FADED = 0.6 ** np.arange(LONG_KNOWN)


class Weights(NamedTuple):
    """What each aim costs while a better roster is looked for; the aims' own order is kept by what is reported as best."""

    uncovered: float
    day: float
    pair: float
    officer: float
    fullness: float  # A day's share of work, squared: full and empty days are better than half ones.
    fading: float  # Of a pair's cost, what the first duty has not: pairs of few duties dissolve.
    fair: float  # An officer's minutes, squared, over those that their days have room for, and over a day's.
    wish: float


class State(NamedTuple):
    """Who is where."""

    officer: Array  # By position; -1 where nobody is.
    fixed: Array  # By position: it stays as it is.
    held: Array  # Officer × day × slot: positions by time.
    used: Array  # Officer × day: how many of the slots are used.
    work: Array  # Officer × day: minutes.
    total: Array  # By officer: positions, and minutes.
    minutes: Array
    served: Array  # Officer × delegation: positions.


def empty_state(grid: Grid) -> State:
    """Nobody is anywhere."""
    positions = len(grid.day)
    return State(
        officer=np.full(positions, -1, np.int32),
        fixed=np.zeros(positions, np.bool_),
        held=np.full((grid.officers, grid.days, grid.most_a_day), -1, np.int32),
        used=np.zeros((grid.officers, grid.days), np.int32),
        work=np.zeros((grid.officers, grid.days), np.int32),
        total=np.zeros(grid.officers, np.int32),
        minutes=np.zeros(grid.officers, np.int32),
        served=np.zeros((grid.officers, grid.delegations), np.int32),
    )


@compiled
def put(grid: Grid, state: State, weights: Weights, p: int, o: int) -> float:
    """Put the officer on the position; what that costs."""
    cost = price(grid, state, weights, p, o)
    day, count = grid.day[p], state.used[o, grid.day[p]]
    minutes = grid.end[p] - grid.start[p]
    slot = count
    while slot > 0 and grid.start[state.held[o, day, slot - 1]] > grid.start[p]:
        state.held[o, day, slot] = state.held[o, day, slot - 1]
        slot -= 1
    state.held[o, day, slot] = p
    state.used[o, day] = count + 1
    state.work[o, day] += minutes
    state.total[o] += 1
    state.minutes[o] += minutes
    state.served[o, grid.delegation[p]] += 1
    state.officer[p] = o
    return cost


@compiled
def price(grid: Grid, state: State, weights: Weights, p: int, o: int) -> float:
    """What it would cost to put the officer on the position."""
    day, served, count = grid.day[p], grid.delegation[p], state.used[o, grid.day[p]]
    minutes = grid.end[p] - grid.start[p]
    cost = -weights.uncovered * grid.priority[p]
    if count == 0:
        cost += weights.day + weights.wish * grid.dislikes[o, day]
    if state.total[o] == 0:
        cost += weights.officer
    cost += pair_cost(weights, state.served[o, served] + 1) - pair_cost(weights, state.served[o, served])
    cost -= weights.wish * 0.1 * grid.wishes[o, served]
    cost += weights.fair * minutes * (2 * state.minutes[o] + minutes) * grid.share[o]
    before = state.work[o, day] / grid.work
    after = (state.work[o, day] + minutes) / grid.work
    cost -= weights.fullness * (after * after - before * before)
    return float(cost)


@compiled
def relief(grid: Grid, state: State, weights: Weights, p: int) -> float:
    """What it would save to take the officer off the position."""
    o, day, served = state.officer[p], grid.day[p], grid.delegation[p]
    minutes = grid.end[p] - grid.start[p]
    saved = -weights.uncovered * grid.priority[p]
    if state.used[o, day] == 1:
        saved += weights.day + weights.wish * grid.dislikes[o, day]
    if state.total[o] == 1:
        saved += weights.officer
    saved += pair_cost(weights, state.served[o, served]) - pair_cost(weights, state.served[o, served] - 1)
    saved -= weights.wish * 0.1 * grid.wishes[o, served]
    saved += weights.fair * minutes * (2 * state.minutes[o] - minutes) * grid.share[o]
    before = state.work[o, day] / grid.work
    after = (state.work[o, day] - minutes) / grid.work
    saved -= weights.fullness * (before * before - after * after)
    return float(saved)


@compiled
def take(grid: Grid, state: State, weights: Weights, p: int) -> float:
    """Take the officer off the position; what that costs."""
    saved = relief(grid, state, weights, p)
    o, day = state.officer[p], grid.day[p]
    minutes = grid.end[p] - grid.start[p]
    count = state.used[o, day] - 1
    slot = 0
    while state.held[o, day, slot] != p:
        slot += 1
    while slot < count:
        state.held[o, day, slot] = state.held[o, day, slot + 1]
        slot += 1
    state.used[o, day] = count
    state.work[o, day] -= minutes
    state.total[o] -= 1
    state.minutes[o] -= minutes
    state.served[o, grid.delegation[p]] -= 1
    state.officer[p] = -1
    return -saved


@compiled
def pair_cost(weights: Weights, duties: int) -> float:
    """What an officer's acquaintance with a delegation costs, by how many duties it has."""
    if duties == 0:
        return 0.0
    return float(weights.pair * (1.0 - weights.fading * FADED[min(duties, LONG_KNOWN) - 1]))
