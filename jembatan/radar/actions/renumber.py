"""A signal stays the same signal when its partner is merged into another, or comes back out of it."""

from django.db.models import F, Q

from jembatan.accounts.models import Desk
from jembatan.radar.models import Signal
from jembatan.radar.queries.partners import number_of


def follow_parties(desk: Desk) -> None:
    """Number signals by the party that they name now, so that what was decided about them stays. Where that party has the same signal, its own counts."""
    elsewhere = Q(organisation__isnull=False) & ~Q(partner=3 * F("organisation_id"))
    elsewhere |= Q(person__isnull=False) & ~Q(partner=3 * F("person_id") + 1)
    moved = Signal.objects.filter(elsewhere, desk=desk).select_related("organisation", "person")
    for signal in moved.order_by("pk"):
        party = signal.organisation or signal.person
        if party is None:
            continue
        number = number_of(party)
        key = f"{number} {signal.key.partition(' ')[2]}".strip()[:200]
        if not Signal.objects.filter(desk=desk, rule=signal.rule, key=key).exists():
            Signal.objects.filter(pk=signal.pk).update(partner=number, key=key)
