"""Which notes on a delegation an actor may read."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.platform.markings import Marking
from jembatan.programmes.models import DelegationNote, NoteReader
from jembatan.programmes.queries.visible import visible_delegations


def visible_notes(actor: Actor) -> QuerySet[DelegationNote]:
    """Of the delegations that the actor sees; those that are TLP:RED only for the head of the desk and for whom the head has named."""
    notes = DelegationNote.objects.filter(delegation__in=visible_delegations(actor).values("pk"))
    if actor.role == Role.HEAD:
        return notes
    if actor.user is None:
        return notes.exclude(marking=Marking.RED)
    named = NoteReader.objects.filter(delegation=OuterRef("delegation"), user=actor.user)
    return notes.filter(~Q(marking=Marking.RED) | Exists(named))
