"""What options are worth to a party, as somebody enters it."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.changing import held
from jembatan.negotiation.models import Issue, NegotiatingParty, Negotiation, Option, Score, Weight
from jembatan.negotiation.queries.trial import Numbers
from jembatan.platform.access import require_writer


@transaction.atomic
def take_numbers(actor: Actor, negotiation: Negotiation, numbers: Numbers) -> None:
    """What somebody has tried on the sheet, for all parties at once."""
    require_writer(actor)
    for party in held(actor, negotiation).parties.order_by("pk"):
        value_options(
            actor,
            party,
            weights={issue: number for (seat, issue), number in numbers.weights.items() if seat == party.pk},
            scores={option: number for (seat, option), number in numbers.scores.items() if seat == party.pk},
            reservation=numbers.reservations.get(party.pk, party.reservation),
            walk_away=party.walk_away,
        )


@transaction.atomic
def value_options(
    actor: Actor,
    party: NegotiatingParty,
    *,
    weights: Mapping[int, Decimal],
    scores: Mapping[int, Decimal],
    reservation: Decimal,
    walk_away: str,
    discount: Decimal | None = None,
) -> NegotiatingParty:
    """Weights by issue and scores by option, by id, 0 to 100; what is not named stays, the discount (above 0, in percent), too. Ids of other negotiations are left out."""
    require_writer(actor)
    negotiation = held(actor, party.negotiation)
    issues = set(Issue.objects.filter(negotiation=negotiation).values_list("pk", flat=True))
    options = set(Option.objects.filter(issue__in=issues).values_list("pk", flat=True))
    Weight.objects.bulk_create(
        [
            Weight(desk=actor.desk, party=party, issue_id=issue, weight=weight)
            for issue, weight in weights.items()
            if issue in issues
        ],
        update_conflicts=True,
        unique_fields=["party", "issue"],
        update_fields=["weight"],
    )
    Score.objects.bulk_create(
        [
            Score(desk=actor.desk, party=party, option_id=option, score=score)
            for option, score in scores.items()
            if option in options
        ],
        update_conflicts=True,
        unique_fields=["party", "option"],
        update_fields=["score"],
    )
    party.reservation, party.walk_away = reservation, walk_away
    party.discount = party.discount if discount is None else discount
    party.save(update_fields=["reservation", "walk_away", "discount"])
    return party
