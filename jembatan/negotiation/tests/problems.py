"""Problems by lot: small ones for hypothesis, great ones by a seed."""

import random
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from jembatan.negotiation.analysis.problem import Issue, Party, Problem, Table, problem

SHORT = st.fractions(min_value=-3, max_value=5, max_denominator=12)
LONG = st.integers(0, 10**17).map(lambda digits: Fraction(digits, 10**17))


@st.composite
def small_problems(draw: st.DrawFn) -> Problem:
    """Two to four parties, a few issues of a few options, now and then a table, a floor, an option that may not be agreed."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    issues = [
        Issue(f"issue {number}", tuple(str(option) for option in range(size)))
        for number, size in enumerate(sizes)
    ]
    numbers = draw(st.sampled_from([SHORT, LONG]))
    parties = [_party(draw, str(name), sizes, numbers) for name in range(draw(st.integers(2, 4)))]
    issue = draw(st.integers(0, len(sizes) - 1))
    banned = [(issue, 0)] if sizes[issue] > 1 and draw(st.booleans()) else []
    return problem(issues, parties, banned=banned)


def _party(draw: st.DrawFn, name: str, sizes: list[int], numbers: st.SearchStrategy[Fraction]) -> Party:
    scores = tuple(
        tuple(draw(numbers) for _option in range(size)) if draw(st.integers(0, 5)) else () for size in sizes
    )
    tables = []
    if len(sizes) > 1 and not draw(st.integers(0, 3)):
        a, b = draw(st.permutations(range(len(sizes))))[:2]
        worth = draw(st.lists(st.integers(-4, 4), min_size=sizes[a] * sizes[b], max_size=sizes[a] * sizes[b]))
        tables.append(Table((a, b), np.array(worth, np.float64)))
    return Party(
        name, scores, tuple(tables), reservation=draw(st.sampled_from([Fraction(0), Fraction(1, 2)]))
    )


def by_lot(kind: str, issues: int, options: int, parties: int, seed: int = 1) -> Problem:
    """Real weights and utilities. `opposed`: what is better for one is worse for the next; `constant`: what one wins the other loses."""
    lot = random.Random(seed)
    scores: list[list[tuple[Fraction, ...]]] = [[] for _party in range(parties)]
    for _issue in range(issues):
        shared = sorted(lot.random() for _option in range(options))
        for number in range(parties):
            weight = 1.0 if kind == "constant" else lot.random()
            if kind == "constant":
                drawn = [value if number == 0 else 1 - value for value in shared]
            else:
                drawn = [lot.random() for _option in range(options)]
            if kind == "opposed":
                drawn.sort(reverse=bool(number % 2))
            scores[number].append(tuple(Fraction(repr(weight)) * Fraction(repr(value)) for value in drawn))
    return problem(
        [Issue(f"issue {number}", tuple(map(str, range(options)))) for number in range(issues)],
        [Party(f"party {number}", tuple(each)) for number, each in enumerate(scores)],
    )
