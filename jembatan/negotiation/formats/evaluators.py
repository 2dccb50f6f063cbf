"""What a party's evaluator in a GENIUS file makes of the numbers of a range."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from jembatan.negotiation.formats.numbers import exact

type Number = Callable[[str], Fraction]


def evaluated(
    party: str, issue: str, element: Any, values: tuple[Fraction, ...], refusal: type[ValueError]
) -> list[Fraction]:
    """The evaluation of each value; raises `refusal` for an evaluator that is not linear, constant or triangular."""
    evaluator = element.find("evaluator")
    if evaluator is None:
        raise refusal(f"{party} has no evaluator for “{issue}”.")
    kind = (evaluator.get("ftype") or evaluator.get("type") or "").lower()

    def number(name: str) -> Fraction:
        return exact(evaluator.get(name), f"{name} of “{issue}” for {party}", refusal)

    if kind == "linear":
        offset, slope = number("parameter0"), number("parameter1")
        return [offset + slope * value for value in values]
    if kind == "constant":
        return [number("parameter0")] * len(values)
    if kind == "triangular":
        low, high, top = number("parameter0"), number("parameter1"), number("parameter2")
        if not low <= top <= high:
            raise refusal(f"The top of “{issue}” for {party} lies outside of its range.")
        return [_triangle(value, low, top, high) for value in values]
    raise refusal(f"The evaluator of “{issue}” for {party} is of a kind that is not known: {kind or 'none'}.")


def _triangle(value: Fraction, low: Fraction, top: Fraction, high: Fraction) -> Fraction:
    if value == top:
        return Fraction(1)
    if value <= low or value >= high:
        return Fraction(0)
    return (value - low) / (top - low) if value < top else (high - value) / (high - top)
