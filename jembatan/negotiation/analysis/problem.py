"""What is negotiated and what it is worth to whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

import numpy as np
from numpy.typing import NDArray

MOST_PARTIES = 8
type Package = tuple[int, ...]
"""An option of each issue, by its number."""


class NotAnalysable(ValueError):
    """Says in one sentence why the problem has no analysis."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to agree on, with the options there are; `sampled` when a continuous range stands behind them."""

    name: str
    options: tuple[str, ...]
    sampled: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What combinations of some issues are worth together: one number a combination, the last issue running fastest."""

    issues: tuple[int, ...]
    utilities: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Party:
    """What each option is worth to somebody (`scores`, weights included), and what they have without an agreement.

    `discount` is what is left of an agreement's worth at the end of the time (1: all). `blur` is how much a sampled issue may be off.
    """

    name: str
    scores: tuple[tuple[Fraction, ...], ...]
    tables: tuple[Table, ...] = ()
    reservation: Fraction = Fraction(0)
    discount: float = 1.0
    reservation_discounted: bool = False
    assumed: bool = False
    blur: float = 0.0


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that somebody has put on the table."""

    by: str
    package: Package


@dataclass(frozen=True, slots=True)
class Problem:
    """Issues, parties (ours first, where there is one of ours), and the offers in the order they were made."""

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    offers: tuple[Offer, ...] = ()
    banned: frozenset[tuple[int, int]] = frozenset()
    """Options that may not be agreed: (issue, option)."""

    @property
    def outcomes(self) -> int:
        """How many packages there are."""
        return prod(len(self.allowed(number)) for number in range(len(self.issues)))

    def allowed(self, issue: int) -> list[int]:
        """The options of an issue that may be agreed."""
        return [
            option for option in range(len(self.issues[issue].options)) if (issue, option) not in self.banned
        ]

    def named(self, package: Package) -> dict[str, str]:
        """The package in words."""
        return {issue.name: issue.options[option] for issue, option in zip(self.issues, package, strict=True)}

    def worth(self, party: Party, package: Package) -> Fraction:
        """What a package is worth to a party, exactly."""
        total = sum(
            (party.scores[issue][option] for issue, option in enumerate(package) if party.scores[issue]),
            Fraction(0),
        )
        for table in party.tables:
            place = 0
            for issue in table.issues:
                place = place * len(self.issues[issue].options) + package[issue]
            total += Fraction(float(table.utilities[place]))
        return total


def problem(
    issues: Iterable[Issue],
    parties: Iterable[Party],
    *,
    offers: Iterable[Offer] = (),
    banned: Iterable[tuple[int, int]] = (),
) -> Problem:
    """A problem whose parts fit together; raises NotAnalysable."""
    made = Problem(tuple(issues), tuple(parties), tuple(offers), frozenset(banned))
    if not made.issues:
        raise NotAnalysable("There is no issue to agree on.")
    if not 2 <= len(made.parties) <= MOST_PARTIES:
        raise NotAnalysable(f"Two to {MOST_PARTIES} parties can be analysed, not {len(made.parties)}.")
    for number, issue in enumerate(made.issues):
        if not made.allowed(number):
            raise NotAnalysable(f"No option of “{issue.name}” may be agreed.")
    for party in made.parties:
        _fits(made, party)
    return made


def at_time(given: Problem, time: float) -> Problem:
    """The problem when `time` of the whole (0 to 1) has passed: agreements are worth `discount ** time` of what they were."""
    if not time or all(party.discount == 1 for party in given.parties):
        return given
    return replace(given, parties=tuple(_discounted(party, time) for party in given.parties))


def weighted(
    weights: Mapping[int, Fraction], scores: Iterable[tuple[Fraction, ...]]
) -> tuple[tuple[Fraction, ...], ...]:
    """Scores times the weights of their issues; an issue without a weight counts once."""
    return tuple(
        tuple(weights.get(issue, Fraction(1)) * score for score in each) for issue, each in enumerate(scores)
    )


def _discounted(party: Party, time: float) -> Party:
    if party.discount == 1:
        return party
    left = Fraction(party.discount**time)
    return replace(
        party,
        scores=tuple(tuple(score * left for score in each) for each in party.scores),
        tables=tuple(Table(table.issues, table.utilities * float(left)) for table in party.tables),
        reservation=party.reservation * (left if party.reservation_discounted else 1),
        blur=party.blur * float(left),
    )


def _fits(made: Problem, party: Party) -> None:
    if len(party.scores) != len(made.issues):
        raise NotAnalysable(f"{party.name} needs scores for {len(made.issues)} issues.")
    for issue, scores in zip(made.issues, party.scores, strict=True):
        if scores and len(scores) != len(issue.options):
            raise NotAnalysable(f"{party.name} needs a score for each option of “{issue.name}”.")
    for table in party.tables:
        wanted = prod(len(made.issues[issue].options) for issue in table.issues)
        if table.utilities.shape != (wanted,):
            raise NotAnalysable(f"A table of {party.name} needs {wanted} numbers.")
        if not np.isfinite(table.utilities).all():
            raise NotAnalysable(f"A table of {party.name} holds what is no number.")
    if not 0 < party.discount <= 1:
        raise NotAnalysable(f"The discount of {party.name} must be above 0 and not above 1.")
