"""Utilities as whole numbers, so that sums and ties are exact.

Each party's utilities are brought to one denominator where 62 bits hold every sum; then nothing is rounded. Else (weights of
sixteen digits times evaluations divided by others) they are rounded to a grid of powers of two, and the greatest error is told.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import frexp, lcm, prod

import numpy as np
from numpy.typing import NDArray

from jembatan.negotiation.analysis.problem import NotAnalysable, Party, Problem

BITS = 61
FINEST = 1_000
"""A finer grid than 2 to the power of this is none that a floating number can tell."""
MOST_TOGETHER = 20_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """Issues that belong together because a table joins them; most often one alone. `values`: a row a party, a column a combination."""

    issues: tuple[int, ...]
    shape: tuple[int, ...]
    columns: NDArray[np.int64]
    values: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grid:
    """Blocks of independent issues; a party's whole numbers divided by its `scale` are its utilities, off by `errors` at the most."""

    blocks: tuple[Block, ...]
    scales: tuple[int, ...]
    errors: tuple[float, ...]


def on_grid(given: Problem) -> Grid:
    """The problem in whole numbers; raises NotAnalysable where a table joins more combinations than memory holds."""
    groups = _groups(given)
    for group in groups:
        together = prod(len(given.issues[issue].options) for issue in group)
        if together > MOST_TOGETHER:
            raise NotAnalysable(
                f"A table joins {together} combinations; at most {MOST_TOGETHER} can be analysed."
            )
    rows: list[list[NDArray[np.int64]]] = [[] for _group in groups]
    scales, errors = [], []
    for party in given.parties:
        scale = _common_denominator(given, party) or _power_of_two(given, party)
        error = 0.0
        for row, group in zip(rows, groups, strict=True):
            values, off = _values(given, party, group, scale)
            row.append(values)
            error += off
        scales.append(scale)
        errors.append(error + party.blur)
    blocks = tuple(_block(given, group, np.stack(values)) for group, values in zip(groups, rows, strict=True))
    return Grid(blocks, tuple(scales), tuple(errors))


def _groups(given: Problem) -> list[tuple[int, ...]]:
    """Issues that tables join, directly or by way of others."""
    group_of = {issue: {issue} for issue in range(len(given.issues))}
    for party in given.parties:
        for table in party.tables:
            joined = set().union(*(group_of[issue] for issue in table.issues))
            group_of.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(group)) for group in group_of.values()})


def _common_denominator(given: Problem, party: Party) -> int | None:
    """None where the sums would not fit, or a table (of floating numbers) is there."""
    if party.tables:
        return None
    together = 1
    for scores in party.scores:
        for score in scores:
            together = lcm(together, score.denominator)
            if together >> BITS:
                return None
    most = sum(max((abs(score) for score in scores), default=Fraction(0)) for scores in party.scores)
    return together if (most * together) < 1 << BITS else None


def _power_of_two(given: Problem, party: Party) -> int:
    most = sum(max((abs(float(score)) for score in scores), default=0.0) for scores in party.scores) + sum(
        float(np.abs(table.utilities).max()) for table in party.tables
    )
    _mantissa, exponent = frexp(most or 1.0)
    return 1 << max(0, min(FINEST, BITS - 1 - exponent))


def _values(
    given: Problem, party: Party, group: tuple[int, ...], scale: int
) -> tuple[NDArray[np.int64], float]:
    """A number for each combination of the group's options, and how far they may be off."""
    shape = tuple(len(given.issues[issue].options) for issue in group)
    values = np.zeros(shape, np.int64)
    off = 0.0
    for axis, issue in enumerate(group):
        if not party.scores[issue]:
            continue
        whole, short = _rounded(party.scores[issue], scale)
        off += short
        place = [1] * len(group)
        place[axis] = shape[axis]
        values = values + np.array(whole, np.int64).reshape(place)
    for table in party.tables:
        if set(table.issues) <= set(group):
            told = np.rint(table.utilities * float(scale))
            off += float(np.abs(told / float(scale) - table.utilities).max())
            values = values + _spread(told.astype(np.int64), table.issues, group, shape)
    return values.ravel(), off


def _rounded(scores: tuple[Fraction, ...], scale: int) -> tuple[list[int], float]:
    """The nearest whole numbers, and how far the worst is off; with integers alone, for fractions take their time."""
    whole, short = [], 0.0
    for numerator, denominator in map(Fraction.as_integer_ratio, scores):
        exact = numerator * scale
        nearest = (2 * exact + denominator) // (2 * denominator)
        whole.append(nearest)
        if rest := abs(exact - nearest * denominator):
            short = max(short, rest / (denominator * scale))
    return whole, short


def _spread(
    told: NDArray[np.int64], issues: tuple[int, ...], group: tuple[int, ...], shape: tuple[int, ...]
) -> NDArray[np.int64]:
    """A table's numbers along the axes of its group."""
    size = dict(zip(group, shape, strict=True))
    order = sorted(range(len(issues)), key=lambda place: issues[place])
    turned = told.reshape([size[issue] for issue in issues]).transpose(order)
    return turned.reshape([size[issue] if issue in issues else 1 for issue in group])


def _block(given: Problem, group: tuple[int, ...], values: NDArray[np.int64]) -> Block:
    shape = tuple(len(given.issues[issue].options) for issue in group)
    columns = np.arange(values.shape[1])
    if given.banned:
        where = np.unravel_index(columns, shape)
        allowed = np.ones(len(columns), bool)
        for axis, issue in enumerate(group):
            allowed &= np.isin(where[axis], given.allowed(issue))
        columns, values = columns[allowed], values[:, allowed]
    return Block(group, shape, columns, values)
