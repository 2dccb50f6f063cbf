"""The roster cut into shares that do not touch: workers change their own share at the same time, and cut anew after each round."""

import numpy as np

from jembatan.rostering.solving.grid import Array, Grid
from jembatan.rostering.solving.moves import Share
from jembatan.rostering.solving.state import State

WIDEST_TEAM = 400


def cut(grid: Grid, state: State, chance: np.random.Generator, parts: int) -> list[Share]:
    """Delegations are dealt out by size; an officer goes with the one they serve most, a position with its officer."""
    if len(grid.apart):
        parts = 1  # Who is kept apart has to be seen by one worker.
    size = np.bincount(grid.delegation, minlength=grid.delegations)
    load, part_of = np.zeros(parts), np.zeros(grid.delegations, np.int64)
    for delegation in chance.permutation(grid.delegations):
        part_of[delegation] = load.argmin()
        load[part_of[delegation]] += size[delegation]
    free = chance.integers(0, parts, grid.officers)
    officers = np.where(state.served.max(axis=1) > 0, part_of[state.served.argmax(axis=1)], free)
    nobody = chance.integers(0, parts, len(grid.day))
    positions = np.where(state.officer >= 0, officers[state.officer], nobody)
    return [
        _share(grid, np.flatnonzero((positions == part) & ~state.fixed), officers == part)
        for part in range(parts)
    ]


def _share(grid: Grid, chosen: Array, mine: Array) -> Share:
    ordered = chosen[np.lexsort((grid.delegation[chosen], grid.day[chosen]))].astype(np.int64)
    block = _groups(grid, ordered, grid.day[ordered] * grid.delegations + grid.delegation[ordered])
    day = _groups(grid, ordered, grid.day[ordered])
    team = np.zeros((grid.delegations, WIDEST_TEAM), np.int32)
    still_open = np.zeros(len(ordered), np.int64)
    counts = np.zeros(grid.delegations, np.int32), still_open, np.zeros(1, np.int64)
    return Share(ordered, *block, *day, mine, team, *counts)


def _groups(grid: Grid, ordered: Array, key: Array) -> tuple[Array, Array]:
    begin, many = np.zeros(len(grid.day), np.int32), np.zeros(len(grid.day), np.int32)
    if len(ordered):
        _keys, first, which, count = np.unique(
            key, return_index=True, return_inverse=True, return_counts=True
        )
        begin[ordered], many[ordered] = first[which], count[which]
    return begin, many
