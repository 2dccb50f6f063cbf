"""The frontier and the points found by looking at every package, for problems small enough. Shares no code with the analysis."""

from fractions import Fraction
from itertools import product
from math import prod

from jembatan.negotiation.analysis.problem import Package, Problem

type Utilities = tuple[Fraction, ...]


def every(problem: Problem) -> dict[Package, Utilities]:
    """Each package with its utilities."""
    found = {}
    for package in product(*(range(len(issue.options)) for issue in problem.issues)):
        if any((issue, option) in problem.banned for issue, option in enumerate(package)):
            continue
        found[package] = tuple(_worth(problem, number, package) for number in range(len(problem.parties)))
    return found


def _worth(problem: Problem, number: int, package: Package) -> Fraction:
    party = problem.parties[number]
    total = Fraction(0)
    for issue, option in enumerate(package):
        total += party.scores[issue][option] if party.scores[issue] else 0
    for table in party.tables:
        shape = [len(problem.issues[issue].options) for issue in table.issues]
        cells = list(product(*(range(length) for length in shape)))
        total += Fraction(
            float(table.utilities[cells.index(tuple(package[issue] for issue in table.issues))])
        )
    return total


def beats(a: Utilities, b: Utilities) -> bool:
    """At least as good for everybody, better for somebody."""
    return a != b and all(x >= y for x, y in zip(a, b, strict=True))


def frontier(problem: Problem) -> set[Utilities]:
    """The utilities that no other package beats."""
    points = set(every(problem).values())
    return {point for point in points if not any(beats(other, point) for other in points)}


def nash(problem: Problem) -> Fraction | None:
    """The greatest product of gains over what each has without an agreement; None where nothing is acceptable to all."""
    floors = [party.reservation for party in problem.parties]
    products = [
        prod((value - floor for value, floor in zip(point, floors, strict=True)), start=Fraction(1))
        for point in frontier(problem)
        if all(value >= floor for value, floor in zip(point, floors, strict=True))
    ]
    return max(products, default=None)


def kalai(problem: Problem) -> Fraction | None:
    """The greatest share of its best acceptable gain that whoever gets the smallest share can get."""
    floors = [party.reservation for party in problem.parties]
    gains = [
        tuple(value - floor for value, floor in zip(point, floors, strict=True))
        for point in frontier(problem)
        if all(value >= floor for value, floor in zip(point, floors, strict=True))
    ]
    if not gains:
        return None
    best = [max(column) for column in zip(*gains, strict=True)]
    counted = [place for place, most in enumerate(best) if most > 0]
    return max(min((gain[place] / best[place] for place in counted), default=Fraction(0)) for gain in gains)
