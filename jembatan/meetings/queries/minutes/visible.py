"""Minutes that an actor may see."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.meetings.models import Meeting, Minutes


def visible_minutes(actor: Actor) -> QuerySet[Minutes]:
    """Those of the meetings that the actor sees."""
    return Minutes.objects.filter(
        within_visible_dossiers(actor, field="meeting__dossier"), desk=actor.desk
    ).select_related("meeting__desk", "meeting__dossier")


def minutes_at(actor: Actor, meeting: Meeting, recurrence_id: str) -> Minutes | None:
    """Those of a meeting, or of the occurrence of a series that is named; None while nobody has begun them."""
    name = recurrence_id if meeting.is_series else ""
    return visible_minutes(actor).filter(meeting=meeting, recurrence_id=name).first()
