"""Issues that are a range of numbers: whole ones are listed, continuous ones sampled."""

import itertools
from fractions import Fraction

from jembatan.negotiation.analysis.problem import Issue, NotAnalysable

STEPS = 20
MOST_OPTIONS = 10_000


def whole_numbers(name: str, low: Fraction, high: Fraction) -> tuple[Issue, tuple[Fraction, ...]]:
    """Each whole number from `low` to `high`, and what each option says."""
    first, last = -(-low.numerator // low.denominator), high.numerator // high.denominator
    _in_bounds(name, first, last, last - first + 1)
    values = tuple(Fraction(number) for number in range(first, last + 1))
    return Issue(name, tuple(str(value) for value in values)), values


def sampled(
    name: str, low: Fraction, high: Fraction, steps: int = STEPS
) -> tuple[Issue, tuple[Fraction, ...]]:
    """So many equal steps of a continuous range, both ends included."""
    if steps < 1:
        raise NotAnalysable(f"“{name}” needs a step at least.")
    if low == high:
        return Issue(name, (_told(low),)), (low,)
    _in_bounds(name, low, high, steps + 1)
    values = tuple(low + (high - low) * step / steps for step in range(steps + 1))
    return Issue(name, tuple(map(_told, values)), sampled=True), values


def blur(values: tuple[Fraction, ...], scores: tuple[Fraction, ...]) -> float:
    """How much a party may lose on an issue by sampling: half of the greatest step between neighbours, for pieces that are linear."""
    steps = (abs(b - a) for a, b in itertools.pairwise(scores))
    return float(max(steps, default=Fraction(0))) / 2 if len(values) > 1 else 0.0


def _in_bounds(name: str, low: Fraction | int, high: Fraction | int, options: int) -> None:
    if high < low:
        raise NotAnalysable(f"The range of “{name}” ends before it begins.")
    if options > MOST_OPTIONS:
        raise NotAnalysable(f"“{name}” has {options} options; at most {MOST_OPTIONS} can be analysed.")


def _told(value: Fraction) -> str:
    return format(float(value), ".12g")
