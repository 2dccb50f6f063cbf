"""All efficient packages without looking at all packages.

Utilities add up over blocks of issues, so a partial package that another one beats can be left out: whatever comes on top comes on
top of both. Block by block, the efficient partial sums are joined with the next block's options and pruned again.
Where more are left than can be carried, those that nearly equal a kept one are dropped, and how much that can cost each party is told.
"""

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from jembatan.negotiation.analysis.efficient import Points, efficient
from jembatan.negotiation.analysis.grid import Block, Grid
from jembatan.negotiation.analysis.problem import Package

CARRIED_BY_TWO = 1_500
EXAMINED = 1 << 17
"""So many packages are looked at without dropping any."""
JOINED = {2: 16_000_000, 3: 1 << 18, 4: 1 << 16}
JOINED_BY_MORE = 1 << 15


@dataclass(frozen=True, slots=True)
class _Step:
    """How a block was joined: the point before and the option, for each point after."""

    block: Block
    before: NDArray[np.intp]
    option: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Frontier:
    """Efficient points in whole numbers, one package each. `dropped`: what each party can be short of by those left out, 0 when exact."""

    points: Points
    steps: tuple[_Step, ...]
    dropped: tuple[int, ...]

    def package(self, column: int) -> Package:
        """The package behind a point."""
        chosen: dict[int, int] = {}
        for step in reversed(self.steps):
            where = np.unravel_index(int(step.block.columns[step.option[column]]), step.block.shape)
            chosen.update(zip(step.block.issues, map(int, where), strict=True))
            column = int(step.before[column])
        return tuple(chosen[issue] for issue in sorted(chosen))


def fold(grid: Grid) -> Frontier:
    """The efficient frontier."""
    parties = len(grid.scales)
    points: Points = np.zeros((parties, 1), np.int64)
    dropped = np.zeros(parties, np.int64)
    steps: list[_Step] = []
    pruned = sorted(
        ((block, efficient(block.values)) for block in grid.blocks), key=lambda each: len(each[1])
    )
    whole = prod(len(options) for _block, options in pruned)
    for block, options in pruned:
        kept = np.arange(points.shape[1])
        most = JOINED.get(parties, JOINED_BY_MORE)
        if whole > EXAMINED and points.shape[1] * len(options) > most:
            kept, lost = thinned(points, max(1, most // len(options)))
            dropped += lost
        joined = (points[:, kept, None] + block.values[:, None, options]).reshape(parties, -1)
        found = efficient(joined)
        points = joined[:, found]
        before, option = np.divmod(found, len(options))
        steps.append(_Step(block, kept[before], options[option]))
        if (
            whole > EXAMINED
            and parties == 2
            and points.shape[1] > CARRIED_BY_TWO
            and len(steps) < len(pruned)
        ):
            kept, lost = thinned(points, CARRIED_BY_TWO)
            dropped += lost
            points = points[:, kept]
            steps[-1] = _Step(block, steps[-1].before[kept], steps[-1].option[kept])
    return Frontier(points, tuple(steps), tuple(int(each) for each in dropped))


def thinned(points: Points, most: int) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """At most so many of the points, and the most that a party loses by taking a kept one for one that is not.

    Space is divided into equal cells, and one of each is kept; each party's best point stays.
    """
    low, high = points.min(axis=1), points.max(axis=1)
    best = np.unique(points.argmax(axis=1))
    cells = max(1, most - len(best)) if len(points) == 2 else int(4 * most ** (1 / (len(points) - 1)))
    while True:
        width = np.maximum(1, (high - low) // cells + 1)
        cell = (points - low[:, None]) // width[:, None]
        if len(points) == 2:
            # On a staircase, neighbours of one cell of the first party: the one that is best for the second.
            kept = np.flatnonzero(np.append(cell[0, 1:] != cell[0, :-1], True))
            lost = np.array([int(width[0]), 0])
        else:
            kept = _one_of_each(cell, points, low, high)
            lost = width
        if len(kept) + len(best) <= most or cells == 1:
            return np.union1d(kept, best), lost
        cells = max(1, cells * 2 // 3)


def _one_of_each(
    cell: Points, points: Points, low: NDArray[np.int64], high: NDArray[np.int64]
) -> NDArray[np.intp]:
    share = ((points - low[:, None]) / np.maximum(1, high - low)[:, None]).sum(axis=0)
    order = np.lexsort((-share, *cell))
    ordered = cell[:, order]
    first = np.ones(len(order), bool)
    first[1:] = (ordered[:, 1:] != ordered[:, :-1]).any(axis=0)
    return order[first]
