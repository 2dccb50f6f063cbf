"""Which of many points no other one beats: at least as good for everybody and better for somebody."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

type Points = NDArray[np.int64]
"""A row a party, a column a point."""

type Ranks = NDArray[np.int32] | NDArray[np.int16]

STRONGEST = 32
AT_ONCE = 64
AGAINST = 4096
A_BOX = 128
MANY = 5_000
COARSE = 32767


def efficient(points: Points) -> NDArray[np.intp]:
    """The columns that no other one beats, one of those that are equal; the best for the first party come first."""
    return _staircase(points) if len(points) == 2 else _skyline(points)


def _staircase(points: Points) -> NDArray[np.intp]:
    """Two parties: going down the first one's utilities, a point counts where the second one's is higher than ever."""
    ours, theirs = points
    order = np.argsort(ours)[::-1]
    theirs = theirs[order]
    higher = np.ones(len(order), bool)
    higher[1:] = theirs[1:] > np.maximum.accumulate(theirs)[:-1]
    order = order[higher]
    # Of those that are equal to the first party, the last one kept is the best for the second.
    ours = ours[order]
    last = np.ones(len(order), bool)
    last[:-1] = ours[:-1] != ours[1:]
    return order[last]


def _skyline(points: Points) -> NDArray[np.intp]:
    """More parties: whoever beats a point stands before it in the order of the sums of ranks, so each is compared with the kept ones alone."""
    ranks = _ranks(points)
    order = np.lexsort((*ranks, -ranks.sum(axis=0, dtype=np.int64)))
    ranks = ranks[:, order]
    other = np.ones(len(order), bool)
    other[1:] = (ranks[:, 1:] != ranks[:, :-1]).any(axis=0)
    order, ranks = order[other], np.ascontiguousarray(ranks[:, other])
    left = _not_beaten_by_the_strongest(ranks)
    ranks = np.ascontiguousarray(ranks[:, left])
    kept = _kept_by_boxes(ranks) if _mostly_efficient(ranks) else _kept_in_order(ranks)
    found = order[left[kept]]
    return found[np.argsort(-points[0, found], kind="stable")]


def _kept_in_order(ranks: Ranks) -> NDArray[np.intp]:
    """Part by part, each against those kept before it. Ranks of 16 bits rule most pairs out twice as fast; whole ones decide."""
    coarse = (ranks.astype(np.int64) * COARSE // max(1, int(ranks.max(initial=0)))).astype(np.int16)
    kept = np.empty(ranks.shape[1], np.intp)
    coarsely, exactly = np.empty_like(coarse), np.empty_like(ranks)
    count = 0
    for start in range(0, ranks.shape[1], AT_ONCE):
        some = np.arange(start, min(ranks.shape[1], start + AT_ONCE))
        for first in range(0, count, AGAINST):
            against = slice(first, min(count, first + AGAINST))
            doubtful = _any_as_good(coarse[:, some], coarsely[:, against])
            if doubtful.any():
                beaten = np.zeros(len(some), bool)
                beaten[doubtful] = _any_as_good(ranks[:, some[doubtful]], exactly[:, against])
                some = some[~beaten]
        some = some[~_any_as_good(ranks[:, some], ranks[:, some], themselves=True)]
        new = slice(count, count + len(some))
        kept[new], coarsely[:, new], exactly[:, new] = some, coarse[:, some], ranks[:, some]
        count += len(some)
    return kept[:count]


def _mostly_efficient(ranks: Ranks) -> bool:
    """Whether so many are left that comparing each with those kept before it would take long; asked of some by lot."""
    count = ranks.shape[1]
    if count < MANY:
        return False
    some = np.random.default_rng(count).choice(count, AT_ONCE, replace=False)
    good = np.logical_and.reduce([row >= row[some][:, None] for row in ranks])
    return bool((good.sum(axis=1) == 1).mean() * count > MANY)


def _kept_by_boxes(ranks: Ranks) -> NDArray[np.intp]:
    """Points are put into boxes of near ones; a box is compared only with boxes that reach beyond it in every direction."""
    boxes = list(_boxes(ranks, np.arange(ranks.shape[1]), 0))
    least = np.stack([ranks[:, box].min(axis=1) for box in boxes])
    most = np.stack([ranks[:, box].max(axis=1) for box in boxes])
    kept = []
    for box, low in zip(boxes, least, strict=True):
        beyond = np.flatnonzero((most >= low).all(axis=1))
        against = np.concatenate([boxes[other] for other in beyond])
        others = ranks[:, against]
        others = others[:, (others >= low[:, None]).all(axis=0)]
        good = np.logical_and.reduce(
            [row >= own[:, None] for row, own in zip(others, ranks[:, box], strict=True)]
        )
        # Each is as good as itself, and no two are equal.
        kept.append(box[good.sum(axis=1) == 1])
    return np.concatenate(kept)


def _boxes(ranks: Ranks, some: NDArray[np.intp], axis: int) -> Iterator[NDArray[np.intp]]:
    """Halves of halves, by each party in turn."""
    if len(some) <= A_BOX:
        yield some
        return
    middle = len(some) // 2
    halves = some[np.argpartition(ranks[axis, some], middle)]
    for half in (halves[:middle], halves[middle:]):
        yield from _boxes(ranks, half, (axis + 1) % len(ranks))


def _ranks(points: Points) -> NDArray[np.int32]:
    return np.stack([np.unique(row, return_inverse=True)[1].astype(np.int32) for row in points])


def _not_beaten_by_the_strongest(ranks: NDArray[np.int32]) -> NDArray[np.intp]:
    """A quick first look that most points do not survive."""
    left = np.arange(ranks.shape[1])
    for strong in range(STRONGEST):
        if strong >= len(left):
            break
        beaten = (ranks[:, left] <= ranks[:, left[strong], None]).all(axis=0)
        beaten[strong] = False
        left = left[~beaten]
    return left


def _any_as_good(some: Ranks, by: Ranks, *, themselves: bool = False) -> NDArray[np.bool_]:
    """For each of `some`, whether another one of `by` is at least as good for everybody."""
    good = np.greater_equal(by[0], some[0][:, None])
    more = np.empty_like(good)
    for theirs, own in zip(by[1:], some[1:], strict=True):
        np.greater_equal(theirs, own[:, None], out=more)
        good &= more
    if themselves:
        np.fill_diagonal(good, False)
    found: NDArray[np.bool_] = good.any(axis=1)
    return found
