"""Everything on a negotiation's sheet, in a number of queries that does not grow with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jembatan.commitments.models.commitment import today_at
from jembatan.negotiation.models import (
    AgreedPoint,
    Interest,
    Issue,
    Mandate,
    NegotiatingParty,
    Negotiation,
    Offer,
    Option,
    Score,
    Weight,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Issues with their options, parties with their interests, in the order in which they were added; ours is the first party.

    `weights` by (party, issue) and `scores` by (party, option), by id. Offers in the order in which they were made.
    """

    negotiation: Negotiation
    issues: tuple[Issue, ...]
    options: Mapping[int, tuple[Option, ...]]
    parties: tuple[NegotiatingParty, ...]
    interests: Mapping[int, tuple[Interest, ...]]
    weights: Mapping[tuple[int, int], Decimal]
    scores: Mapping[tuple[int, int], Decimal]
    mandates: tuple[Mandate, ...]
    offers: tuple[Offer, ...]
    packages: Mapping[int, Mapping[int, Option]]
    """By offer: the option of each issue that it names, by id."""
    agreed: Mapping[int, AgreedPoint]
    passed: float
    """What share of its time is over, 0 to 1; 0 where no day is set."""

    @property
    def ours(self) -> NegotiatingParty:
        """Us."""
        return self.parties[0]

    def is_valued(self, party: NegotiatingParty) -> bool:
        """Whether the party's weights and scores say anything."""
        weighed = [issue for issue in self.issues if self.weights.get((party.pk, issue.pk))]
        return any(
            self.scores.get((party.pk, option.pk)) for issue in weighed for option in self.options[issue.pk]
        )


def sheet_of(negotiation: Negotiation) -> Sheet:
    """All of it; whoever calls has made sure that the actor sees the negotiation."""
    issues = tuple(negotiation.issues.order_by("pk"))
    parties = tuple(negotiation.parties.select_related("organisation").order_by("-ours", "pk"))
    offers = tuple(
        negotiation.offers.select_related("party", "recorded_by")
        .prefetch_related("options__option")
        .order_by("made_at", "pk")
    )
    return Sheet(
        negotiation=negotiation,
        issues=issues,
        options=_grouped(
            Option.objects.filter(issue__negotiation=negotiation).order_by("pk"), "issue_id", issues
        ),
        parties=parties,
        interests=_grouped(
            Interest.objects.filter(party__negotiation=negotiation).order_by("pk"), "party_id", parties
        ),
        weights={
            (row.party_id, row.issue_id): row.weight
            for row in Weight.objects.filter(party__negotiation=negotiation)
        },
        scores={
            (row.party_id, row.option_id): row.score
            for row in Score.objects.filter(party__negotiation=negotiation)
        },
        mandates=tuple(negotiation.mandates.select_related("issue", "set_by").order_by("pk")),
        offers=offers,
        packages={
            offer.pk: {offered.issue_id: offered.option for offered in offer.options.all()}
            for offer in offers
        },
        agreed={point.issue_id: point for point in negotiation.agreed.select_related("option", "issue")},
        passed=passed(negotiation, today_at(negotiation.desk)),
    )


def passed(negotiation: Negotiation, today: date) -> float:
    """In whole days of the desk, from the one on which it was begun to the one by which it is to be settled."""
    if negotiation.settle_by is None:
        return 0.0
    begun = today_at(negotiation.desk, negotiation.created_at)
    whole = max(1, (negotiation.settle_by - begun).days)
    return min(1.0, max(0.0, (today - begun).days / whole))


def holds(mandate: Mandate, today: date) -> bool:
    """Neither withdrawn nor over."""
    return mandate.withdrawn_at is None and (mandate.until is None or mandate.until >= today)


def _grouped[Row: (Option, Interest)](
    rows: Iterable[Row], key: str, owners: tuple[Issue, ...] | tuple[NegotiatingParty, ...]
) -> dict[int, tuple[Row, ...]]:
    found: dict[int, list[Row]] = {owner.pk: [] for owner in owners}
    for row in rows:
        found[getattr(row, key)].append(row)
    return {pk: tuple(each) for pk, each in found.items()}
