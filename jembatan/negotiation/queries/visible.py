"""Which negotiations an actor sees."""

from django.db.models import F, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.negotiation.models import Negotiation


def visible_negotiations(actor: Actor) -> QuerySet[Negotiation]:
    """Whoever sees the dossier sees them, and nobody else."""
    found = Negotiation.objects.filter(desk=actor.desk, dossier__in=visible_dossiers(actor).values("pk"))
    return found.select_related("dossier", "desk")


def listed(actor: Actor, *, dossier: Dossier | None = None) -> QuerySet[Negotiation]:
    """Those that go on first, the newest in front."""
    found = visible_negotiations(actor)
    if dossier is not None:
        found = found.filter(dossier=dossier)
    return found.prefetch_related("parties").order_by(F("ended_at").desc(nulls_first=True), "-pk")
