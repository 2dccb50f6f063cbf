"""What takes its time is found once, and kept for whoever looks next: by all that it follows from, so that any change makes it anew."""

from functools import lru_cache

from jembatan.negotiation.analysis.analyse import Analysis, analyse
from jembatan.negotiation.analysis.offers import Trade, trades
from jembatan.negotiation.analysis.problem import Package, Problem
from jembatan.negotiation.analysis.sensitivity import WhatIf, what_ifs

AT_ONCE = 16
"""So many sheets at a time; the greatest frontier takes some 15 MB."""


@lru_cache(maxsize=AT_ONCE)
def analysis_of(problem: Problem) -> Analysis:
    """Of a problem without tables, as sheets are. Raises NotAnalysable."""
    return analyse(problem)


@lru_cache(maxsize=AT_ONCE)
def what_ifs_of(problem: Problem) -> list[WhatIf] | None:
    """What hangs on assumptions; None where trying it would take too long."""
    return what_ifs(analysis_of(problem))


@lru_cache(maxsize=AT_ONCE * 4)
def trades_of(problem: Problem, package: Package, most: int) -> list[Trade]:
    """What could be traded from a package."""
    return trades(analysis_of(problem), package, most=most)
