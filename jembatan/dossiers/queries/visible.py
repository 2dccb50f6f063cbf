"""Which dossiers an actor may see; every other domain filters through here."""

from django.db.models import Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.dossiers.models import Dossier, DossierMember


def visible_dossiers(actor: Actor) -> QuerySet[Dossier]:
    """All of the desk for its head; else the open ones, the restricted ones that name the actor, and those the actor stands within."""
    dossiers = Dossier.objects.filter(desk=actor.desk)
    if actor.role == Role.HEAD:
        return dossiers
    named = DossierMember.objects.filter(user=actor.user).values("dossier")
    return dossiers.filter(Q(restricted=False) | Q(pk__in=named) | Q(pk__in=actor.within))


def within_visible_dossiers(actor: Actor, *, field: str = "dossier") -> Q:
    """A condition for records that hang on a dossier by `field`: no dossier, or one that the actor sees."""
    if actor.role == Role.HEAD:
        return Q()
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__in": visible_dossiers(actor).values("pk")})
