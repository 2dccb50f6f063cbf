"""How far the Nash package hangs on what was assumed about others."""

from dataclasses import dataclass, replace
from fractions import Fraction

from jembatan.negotiation.analysis.analyse import Analysis, Point, analyse
from jembatan.negotiation.analysis.problem import Party, Problem

BY = Fraction(1, 4)
PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class WhatIf:
    """An issue matters more or less to a party than was assumed, by `factor`; the Nash package then."""

    party: int
    issue: int
    factor: Fraction
    nash: Point | None
    changes: tuple[int, ...]
    """The issues on which the Nash package would be another."""


def what_ifs(analysis: Analysis, *, by: Fraction = BY) -> list[WhatIf] | None:
    """Each weight of each assumed party, less and more; None where that would take too long to wait for."""
    problem = analysis.problem
    assumed = [number for number, party in enumerate(problem.parties) if party.assumed]
    asked = 2 * len(assumed) * len(problem.issues)
    if asked * analysis.seconds > PATIENCE:
        return None
    here = analysis.point(analysis.points.nash)
    return [
        _what_if(problem, here, party, issue, factor)
        for party in assumed
        for issue in range(len(problem.issues))
        if any(problem.parties[party].scores[issue])
        for factor in (1 - by, 1 + by)
    ]


def _what_if(problem: Problem, here: Point | None, number: int, issue: int, factor: Fraction) -> WhatIf:
    party = _otherwise(problem.parties[number], issue, factor)
    parties = (*problem.parties[:number], party, *problem.parties[number + 1 :])
    other = analyse(replace(problem, parties=parties))
    nash = other.point(other.points.nash)
    changes = (
        tuple(place for place, (a, b) in enumerate(zip(here.package, nash.package, strict=True)) if a != b)
        if here and nash
        else ()
    )
    return WhatIf(number, issue, factor, nash, changes)


def _otherwise(party: Party, issue: int, factor: Fraction) -> Party:
    scores = list(party.scores)
    scores[issue] = tuple(score * factor for score in scores[issue])
    return replace(party, scores=tuple(scores))
