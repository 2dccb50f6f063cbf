"""The sheet with other numbers than those that are noted: to see what would follow."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from decimal import Decimal

from jembatan.negotiation.models import NegotiatingParty
from jembatan.negotiation.queries.sheet import Sheet

MOST_SCORES = 800


@dataclass(frozen=True, slots=True)
class Numbers:
    """Weights by (party, issue), scores by (party, option), reservations by party, by id; those that differ from the sheet's."""

    weights: Mapping[tuple[int, int], Decimal] = field(default_factory=dict)
    scores: Mapping[tuple[int, int], Decimal] = field(default_factory=dict)
    reservations: Mapping[int, Decimal] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.weights or self.scores or self.reservations)


def numbers_in(sheet: Sheet, given: Mapping[str, Decimal]) -> Numbers:
    """What of `weight-<party>-<issue>`, `score-<party>-<option>`, `reservation-<party>` is on the sheet, and other than there."""
    return Numbers(
        weights=_changed(given, "weight", sheet.weights, (issue.pk for issue in sheet.issues), sheet),
        scores=_changed(given, "score", sheet.scores, _options(sheet), sheet),
        reservations={
            party.pk: given[f"reservation-{party.pk}"]
            for party in sheet.parties
            if given.get(f"reservation-{party.pk}", party.reservation) != party.reservation
        },
    )


def as_fields(numbers: Numbers) -> dict[str, str]:
    """The same by the names of fields."""
    return {
        **{f"weight-{party}-{issue}": str(number) for (party, issue), number in numbers.weights.items()},
        **{f"score-{party}-{option}": str(number) for (party, option), number in numbers.scores.items()},
        **{f"reservation-{party}": str(number) for party, number in numbers.reservations.items()},
    }


def noted(sheet: Sheet, numbers: Numbers) -> Numbers:
    """What the sheet says where these say something else: the way back."""
    reservations = {party.pk: party.reservation for party in sheet.parties}
    return Numbers(
        weights={pair: sheet.weights.get(pair, Decimal(0)) for pair in numbers.weights},
        scores={pair: sheet.scores.get(pair, Decimal(0)) for pair in numbers.scores},
        reservations={party: reservations[party] for party in numbers.reservations},
    )


def tried(sheet: Sheet, numbers: Numbers) -> Sheet:
    """As if these were noted."""
    return replace(
        sheet,
        weights={**sheet.weights, **numbers.weights},
        scores={**sheet.scores, **numbers.scores},
        parties=tuple(
            _worth_without(party, numbers.reservations.get(party.pk, party.reservation))
            for party in sheet.parties
        ),
    )


def with_scores(sheet: Sheet) -> bool:
    """Whether there are few enough scores to show all of them as sliders."""
    return len(sheet.parties) * len(list(_options(sheet))) <= MOST_SCORES


def _worth_without(party: NegotiatingParty, reservation: Decimal) -> NegotiatingParty:
    other = copy(party)
    other.reservation = reservation
    return other


def _options(sheet: Sheet) -> Iterator[int]:
    return (option.pk for options in sheet.options.values() for option in options)


def _changed(
    given: Mapping[str, Decimal],
    kind: str,
    stands: Mapping[tuple[int, int], Decimal],
    subjects: Iterable[int],
    sheet: Sheet,
) -> dict[tuple[int, int], Decimal]:
    pairs = [(party.pk, subject) for subject in subjects for party in sheet.parties]
    return {
        (party, subject): number
        for party, subject in pairs
        if (number := given.get(f"{kind}-{party}-{subject}")) is not None
        and number != stands.get((party, subject), Decimal(0))
    }
