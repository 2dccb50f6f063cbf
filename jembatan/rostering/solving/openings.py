"""How much stays open in every roster because few may take it: for each day a linear programme over chains, for those who may do the same."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jembatan.rostering.instance import Instance
from jembatan.rostering.solving.chains import LONGEST, dearest_chains
from jembatan.rostering.solving.covering import Covering
from jembatan.rostering.solving.grid import Array, Grid

NEAR = 1e-6
AT_ONCE = 3  # So many new chains of each kind of officers at a time.


def least_open(instance: Instance, grid: Grid, counts: Array, going: Callable[[], bool]) -> int:
    """At least so much stays open, each position as it `counts` in whole numbers; fewer days are looked at where `going` ends it."""
    total = 0
    for day in range(grid.days):
        rows = np.flatnonzero(grid.day == day)
        able = grid.may[rows].sum(axis=1)
        total += int(counts[rows[able == 0]].sum())
        scarce = _scarce(rows, able)
        if len(scarce) and going():
            scarce = scarce[np.lexsort((grid.end[scarce], grid.start[scarce]))]
            total += math.ceil(_least_of_day(instance, grid, scarce, counts[scarce], going) - NEAR)
    return total


def _scarce(rows: Array, able: Array) -> Array:
    """Without those that as many may take as there are places that no more may take: somebody is left for them always."""
    order = np.argsort(able, kind="stable")
    order = order[able[order] > 0]
    left = np.flatnonzero(able[order] < np.arange(1, len(order) + 1))
    return rows[order[: left[-1] + 1]] if len(left) else rows[:0]


@dataclass(frozen=True, slots=True)
class _Alike:
    """So many officers may all do the same of the day's positions: `rows`, as numbers within the day."""

    rows: Array
    many: int


def _least_of_day(
    instance: Instance, grid: Grid, scarce: Array, counts: Array, going: Callable[[], bool]
) -> float:
    """Lagrange's bound for what the rows are worth at each step, of which the greatest holds."""
    groups = _alike(grid, scarce)
    programme = Covering([1] * len(scarce), [group.many for group in groups])
    for row, count in enumerate(counts):
        programme.add([row], cost=float(count))
    made: set[tuple[int, tuple[int, ...]]] = set()
    bound = 0.0
    while going():
        worth, saving = programme.solve()
        worth = np.clip(worth, 0.0, counts)
        found = [_dearest(instance, grid, scarce[group.rows], worth[group.rows]) for group in groups]
        most = [max(float(values.max()), 0.0) for values, _chains in found]
        bound = max(bound, float(worth.sum()) - sum(g.many * m for g, m in zip(groups, most, strict=True)))
        new = {
            (kind, tuple(int(groups[kind].rows[at]) for at in chains[which] if at >= 0))
            for kind, (values, chains) in enumerate(found)
            for which in np.argsort(-values)[:AT_ONCE]
            if values[which] > saving[kind] + NEAR
        } - made
        if not new:
            return bound
        made |= new
        for kind, chain in sorted(new):
            programme.add(chain, cost=0.0, kind=kind)
    return bound


def _alike(grid: Grid, scarce: Array) -> list[_Alike]:
    may = grid.may[scarce]
    patterns, many = np.unique(may[:, may.any(axis=0)].T, axis=0, return_counts=True)
    return [
        _Alike(np.flatnonzero(pattern), int(count)) for pattern, count in zip(patterns, many, strict=True)
    ]


def _dearest(instance: Instance, grid: Grid, positions: Array, worth: Array) -> tuple[Array, Array]:
    start, end, place = (
        np.ascontiguousarray(each[positions].astype(np.int64)) for each in (grid.start, grid.end, grid.place)
    )
    begins = np.unique(start)
    chains = np.full((len(begins), LONGEST), -1, np.int64)
    travel, rules = np.array(instance.travel, np.int64), instance.rules
    values = dearest_chains(start, end, place, travel, worth, begins, rules.spread, rules.work, chains)
    return values, chains
