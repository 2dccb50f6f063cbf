"""The first roster: position after position, the scarcest first, each to the officer whom it costs least."""

import numpy as np

from jembatan.rostering.solving.compiled import compiled
from jembatan.rostering.solving.fits import fits
from jembatan.rostering.solving.grid import Array, Grid
from jembatan.rostering.solving.state import State, Weights, price, put


def build(grid: Grid, state: State, weights: Weights) -> None:
    """Fill what is open, as far as it goes without changing what stands."""
    if not grid.officers or not len(grid.day):
        return
    able = grid.may.sum(axis=1)
    scarcity = 1.0 / np.maximum(able, 1)
    asked = np.zeros(grid.officers)
    for p in range(len(grid.day)):
        asked += grid.may[p] * scarcity[p]
    dear = 0.05 * asked / max(asked.max(), 1e-9)
    order = np.lexsort((grid.start, grid.delegation, -grid.priority, (able > 0.3 * grid.officers)))
    fill(grid, state, weights, order.astype(np.int64), dear)


@compiled
def fill(grid: Grid, state: State, weights: Weights, order: Array, dear: Array) -> None:
    """Put each open position where it costs least; `dear` is what each officer costs beside."""
    for p in order:
        if state.officer[p] >= 0:
            continue
        best, least = int(np.int64(-1)), 1e18
        for o in range(grid.officers):
            if grid.may[p, o]:
                cost = price(grid, state, weights, p, o) + dear[o]
                if cost < least and fits(grid, state, p, o):
                    best, least = o, cost
        if best >= 0:
            put(grid, state, weights, p, best)
