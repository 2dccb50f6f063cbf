"""Which rosters an actor sees, and what belongs to them."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Broadcast, Handover, Offer, Roster
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes


def visible_rosters(actor: Actor) -> QuerySet[Roster]:
    """Those of the programmes that the actor sees."""
    found = Roster.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "programme__desk", "desk")


def visible_offers(actor: Actor) -> QuerySet[Offer]:
    """Those of the rosters that the actor sees."""
    found = Offer.objects.filter(roster__in=visible_rosters(actor).values("pk"))
    return found.select_related("roster__programme", "duty__place", "duty__delegation")


def visible_handovers(actor: Actor) -> QuerySet[Handover]:
    """Those of the rosters that the actor sees."""
    return Handover.objects.filter(roster__in=visible_rosters(actor).values("pk"))


def visible_broadcasts(actor: Actor) -> QuerySet[Broadcast]:
    """Those of the programmes that the actor sees."""
    found = Broadcast.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "desk")


def roster_at_work(programme: Programme) -> Roster | None:
    """The one that officers work by; before the first is published, the draft."""
    standing = Roster.objects.filter(programme=programme).exclude(state=Roster.State.REPLACED)
    found = standing.select_related("programme__dossier", "programme__desk")
    return min(found, key=lambda roster: not roster.is_published, default=None)


def draft_of(programme: Programme) -> Roster | None:
    """The one that is being made; there is one at most."""
    return Roster.objects.filter(programme=programme, state=Roster.State.DRAFT).first()
