"""Which promises an actor sees; every other query starts from here."""

from django.db.models import F, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment
from jembatan.dossiers.queries.visible import within_visible_dossiers

DUE_FIRST = (F("due").asc(nulls_last=True), "pk")


def visible_commitments(actor: Actor) -> QuerySet[Commitment]:
    """Of the desk, outside dossiers that are closed to the actor, with those whom they are between."""
    found = Commitment.objects.filter(within_visible_dossiers(actor), desk=actor.desk)
    return found.select_related("person", "organisation", "member", "dossier")


def open_commitments(actor: Actor) -> QuerySet[Commitment]:
    """Those that are still owed, what is due first first."""
    return visible_commitments(actor).filter(state=Commitment.State.OPEN).order_by(*DUE_FIRST)
