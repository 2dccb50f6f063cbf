"""The analysis of a problem, with what is exact in it and what is not."""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jembatan.negotiation.analysis.folding import Frontier, fold
from jembatan.negotiation.analysis.grid import Grid, on_grid
from jembatan.negotiation.analysis.points import Points, points_of
from jembatan.negotiation.analysis.problem import Package, Problem, at_time


@dataclass(frozen=True, slots=True)
class Point:
    """A package and what it is worth to each party."""

    utilities: tuple[float, ...]
    package: Package


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a problem could end in.

    `utilities`: a row a party, a column an efficient point. `errors`: each party may be short of so much by efficient packages that
    are not told (numbers were rounded, a continuous range was sampled, near neighbours were dropped); 0 everywhere means exact.
    """

    problem: Problem
    utilities: NDArray[np.float64]
    frontier: Frontier
    points: Points
    errors: tuple[float, ...]
    rounded: bool
    sampled: bool
    thinned: bool
    seconds: float

    @property
    def exact(self) -> bool:
        """Whether the frontier is complete and nothing was rounded further than a floating number is."""
        return not (self.sampled or self.thinned)

    def point(self, column: int | None) -> Point | None:
        """A point of the frontier with its package."""
        if column is None:
            return None
        return Point(tuple(float(each) for each in self.utilities[:, column]), self.frontier.package(column))

    @property
    def ranges(self) -> tuple[float, ...]:
        """How far the efficient points lie apart for each party; never 0."""
        spread = self.utilities.max(axis=1) - self.utilities.min(axis=1)
        return tuple(float(each) or 1.0 for each in spread)


def analyse(given: Problem, *, time_passed: float = 0.0) -> Analysis:
    """The efficient packages and the fair ones among them; raises NotAnalysable."""
    started = time.perf_counter()
    problem = at_time(given, time_passed)
    grid = on_grid(problem)
    frontier = fold(grid)
    scales = np.array([float(scale) for scale in grid.scales])
    utilities = frontier.points / scales[:, None]
    points = points_of(
        frontier, utilities, grid.scales, tuple(party.reservation for party in problem.parties)
    )
    return Analysis(
        problem=problem,
        utilities=utilities,
        frontier=frontier,
        points=points,
        errors=_errors(grid, frontier),
        rounded=any(error > 0 for error in grid.errors),
        sampled=any(issue.sampled for issue in problem.issues),
        thinned=any(frontier.dropped),
        seconds=time.perf_counter() - started,
    )


def _errors(grid: Grid, frontier: Frontier) -> tuple[float, ...]:
    return tuple(
        error + dropped / scale
        for error, dropped, scale in zip(grid.errors, frontier.dropped, grid.scales, strict=True)
    )
