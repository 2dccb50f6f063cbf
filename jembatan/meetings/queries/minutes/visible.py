"""Minutes that an actor may see."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.meetings.models import Minutes


def visible_minutes(actor: Actor) -> QuerySet[Minutes]:
    """Those of the meetings that the actor sees."""
    return Minutes.objects.filter(
        within_visible_dossiers(actor, field="meeting__dossier"), desk=actor.desk
    ).select_related("meeting__desk", "meeting__dossier")
