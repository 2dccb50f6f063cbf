"""The fair points of a frontier. Definitions and ties: docs/decisions/0018."""

from dataclasses import dataclass
from fractions import Fraction
from math import prod

import numpy as np
from numpy.typing import NDArray

from jembatan.negotiation.analysis.folding import Frontier

NEARLY = 1e-9


@dataclass(frozen=True, slots=True)
class Points:
    """Columns of the frontier; None where no package gives everybody at least what they have without an agreement."""

    nash: int | None
    kalai: int | None
    egalitarian: int | None
    utilitarian: int


def points_of(
    frontier: Frontier,
    utilities: NDArray[np.float64],
    scales: tuple[int, ...],
    reservations: tuple[Fraction, ...],
) -> Points:
    """`utilities`: a row a party, a column a point of the frontier."""
    floor = np.array([float(each) for each in reservations])
    whole = frontier.points
    least = np.array(
        [
            -(-each.numerator * scale // each.denominator)
            for each, scale in zip(reservations, scales, strict=True)
        ],
        dtype=object,
    )
    acceptable = np.flatnonzero(
        np.logical_and.reduce([row >= _held(low) for row, low in zip(whole, least, strict=True)])
    )
    utilitarian = _first(utilities.sum(axis=0)[None], np.arange(whole.shape[1]))
    if not len(acceptable):
        return Points(None, None, None, utilitarian)
    gains = utilities[:, acceptable] - floor[:, None]
    ideal = gains.max(axis=1)
    shares = gains[ideal > 0] / ideal[ideal > 0][:, None]
    return Points(
        nash=_nash(whole, gains, acceptable, scales, reservations),
        kalai=_evenest(shares, gains, acceptable),
        egalitarian=_evenest(gains, gains, acceptable),
        utilitarian=utilitarian,
    )


def _held(low: int) -> int:
    """What 64 bits can be compared with."""
    return max(-(1 << 63), min((1 << 63) - 1, low))


def _nash(
    whole: NDArray[np.int64],
    gains: NDArray[np.float64],
    acceptable: NDArray[np.intp],
    scales: tuple[int, ...],
    reservations: tuple[Fraction, ...],
) -> int:
    """The greatest product of gains: floating numbers choose the candidates, fractions decide among them."""
    products = gains.clip(min=0).prod(axis=0)
    candidates = np.flatnonzero(products >= products.max() * (1 - NEARLY))
    if not products.max():
        return _evenest(gains, gains, acceptable)

    def exactly(column: int) -> tuple[Fraction, Fraction]:
        each = [
            Fraction(int(row[acceptable[column]]), scale) - least
            for row, scale, least in zip(whole, scales, reservations, strict=True)
        ]
        return prod(each, start=Fraction(1)), min(each)

    return int(acceptable[max(map(int, candidates[:1000]), key=exactly)])


def _evenest(shares: NDArray[np.float64], gains: NDArray[np.float64], acceptable: NDArray[np.intp]) -> int:
    """Whoever gets the smallest share gets the most; then the second smallest, and so on; then the greatest sum."""
    if not len(shares):
        return int(acceptable[0])
    rows = np.vstack([np.sort(shares, axis=0), gains.sum(axis=0)[None]])
    return _first(rows, acceptable)


def _first(rows: NDArray[np.float64], columns: NDArray[np.intp]) -> int:
    """The column that is greatest by the first row, then by the next; what differs by less than a billionth is equal."""
    left = np.arange(rows.shape[1])
    for row in rows:
        best = row[left].max()
        left = left[row[left] >= best - NEARLY * max(1.0, abs(best))]
    return int(columns[left[0]])
