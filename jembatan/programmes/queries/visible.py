"""Which programmes an actor sees, and what belongs to them."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.programmes.models import Delegation, Duty, ItineraryItem, Movement, Officer, Programme


def visible_programmes(actor: Actor) -> QuerySet[Programme]:
    """Whoever sees the dossier sees the programme, and nobody else."""
    found = Programme.objects.filter(desk=actor.desk, dossier__in=visible_dossiers(actor).values("pk"))
    return found.select_related("dossier", "desk")


def visible_delegations(actor: Actor) -> QuerySet[Delegation]:
    """Those of the programmes that the actor sees."""
    found = Delegation.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "desk")


def visible_movements(actor: Actor) -> QuerySet[Movement]:
    """Those of the delegations that the actor sees."""
    found = Movement.objects.filter(delegation__programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("delegation__programme__dossier", "desk", "origin", "destination")


def visible_items(actor: Actor) -> QuerySet[ItineraryItem]:
    """Those of the programmes that the actor sees."""
    found = ItineraryItem.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "delegation", "place", "desk")


def visible_officers(actor: Actor) -> QuerySet[Officer]:
    """Those of the programmes that the actor sees."""
    found = Officer.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "desk")


def visible_duties(actor: Actor) -> QuerySet[Duty]:
    """Those of the programmes that the actor sees."""
    found = Duty.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "desk")


def listed(actor: Actor, *, dossier: Dossier | None = None) -> QuerySet[Programme]:
    """The one that ends last in front."""
    found = visible_programmes(actor)
    if dossier is not None:
        found = found.filter(dossier=dossier)
    return found.order_by("-last_day", "-pk")
