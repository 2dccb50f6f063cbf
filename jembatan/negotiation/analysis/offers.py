"""What an offer on the table leaves lying there."""

from dataclasses import dataclass

import numpy as np

from jembatan.negotiation.analysis.analyse import Analysis, Point
from jembatan.negotiation.analysis.problem import Offer, Package

NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Judged:
    """An offer beside the frontier.

    `better`: the package that is worth most more to whoever gains least by it, None where the offer is efficient; `left`: what each
    party would gain. `distance`: the greatest share of its range that every party could gain at once, 0 when efficient.
    """

    offer: Offer
    utilities: tuple[float, ...]
    acceptable: tuple[bool, ...]
    better: Point | None
    left: tuple[float, ...]
    distance: float


def judged(analysis: Analysis, offer: Offer) -> Judged:
    """What the offer is worth, to whom it is acceptable, and what is better for all."""
    problem = analysis.problem
    worth = tuple(problem.worth(party, offer.package) for party in problem.parties)
    utilities = np.array([float(each) for each in worth])
    more = (analysis.utilities - utilities[:, None]) / np.array(analysis.ranges)[:, None]
    better = np.flatnonzero((more >= -NOTHING).all(axis=0) & (more > NOTHING).any(axis=0))
    point, distance = None, 0.0
    if len(better):
        least, together = more[:, better].min(axis=0), more[:, better].sum(axis=0)
        best = int(better[np.lexsort((together, np.round(least, 9)))[-1]])
        point, distance = analysis.point(best), max(0.0, float(least.max()))
    gains = np.array(point.utilities) - utilities if point else np.zeros(len(utilities))
    return Judged(
        offer=offer,
        utilities=tuple(map(float, utilities)),
        acceptable=tuple(
            value >= party.reservation for value, party in zip(worth, problem.parties, strict=True)
        ),
        better=point,
        left=tuple(map(float, gains)),
        distance=distance,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """Another option of one issue, and what it does to each party."""

    issue: int
    before: int
    after: int
    gains: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """Two changes that together harm nobody: one side gives on the first and gets the second."""

    giver: int
    taker: int
    give: Change
    get: Change

    @property
    def gains(self) -> tuple[float, ...]:
        """What the two changes together do to each party."""
        return tuple(a + b for a, b in zip(self.give.gains, self.get.gains, strict=True))


def trades(analysis: Analysis, package: Package, *, giver: int = 0, most: int = 10) -> list[Trade]:
    """Logrolling from a package: what the giver could give up for something worth more to them; the best for all first."""
    changes = _changes(analysis, package)
    found = []
    for give in changes:
        if give.gains[giver] >= 0:
            continue
        taker = max(range(len(give.gains)), key=lambda party: give.gains[party])
        for get in changes:
            if get.issue == give.issue or get.gains[giver] <= 0 or get.gains[taker] >= 0:
                continue
            trade = Trade(giver, taker, give, get)
            if give.gains[taker] > 0 and min(trade.gains) >= -NOTHING and max(trade.gains) > NOTHING:
                found.append(trade)
    ranges = analysis.ranges

    def worth(trade: Trade) -> tuple[float, float]:
        shares = [gain / spread for gain, spread in zip(trade.gains, ranges, strict=True)]
        return min(shares), sum(shares)

    return _one_for_each_pair(sorted(found, key=worth, reverse=True))[:most]


def _changes(analysis: Analysis, package: Package) -> list[Change]:
    """Issues that a table joins to others have no worth of their own: they are left out."""
    problem = analysis.problem
    joined = {issue for party in problem.parties for table in party.tables for issue in table.issues}
    changes = []
    for issue, before in enumerate(package):
        if issue in joined:
            continue
        for after in problem.allowed(issue):
            if after != before:
                gains = tuple(
                    float(party.scores[issue][after] - party.scores[issue][before])
                    if party.scores[issue]
                    else 0.0
                    for party in problem.parties
                )
                changes.append(Change(issue, before, after, gains))
    return changes


def _one_for_each_pair(found: list[Trade]) -> list[Trade]:
    """The best trade of each pair of issues."""
    best: dict[tuple[int, int], Trade] = {}
    for trade in found:
        best.setdefault((trade.give.issue, trade.get.issue), trade)
    return list(best.values())
