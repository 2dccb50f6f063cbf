"""What a programme holds, in numbers."""

from dataclasses import dataclass

from django.db.models import Sum

from jembatan.programmes.models import Delegation, Duty, Officer, Programme


@dataclass(frozen=True, slots=True)
class Numbers:
    """Counts of one programme; `positions` are the officers that its duties take together."""

    delegations: int
    guests: int
    officers: int
    duties: int
    positions: int


def numbers(programme: Programme) -> Numbers:
    """Officers who have ended and duties that are cancelled do not count."""
    delegations = Delegation.objects.filter(programme=programme)
    officers = Officer.objects.filter(programme=programme).exclude(status=Officer.Status.ENDED)
    duties = Duty.objects.filter(programme=programme, cancelled=False)
    sums = duties.aggregate(positions=Sum("officers", default=0))
    return Numbers(
        delegations=delegations.count(),
        guests=delegations.aggregate(guests=Sum("size", default=0))["guests"],
        officers=officers.count(),
        duties=duties.count(),
        positions=sums["positions"],
    )
