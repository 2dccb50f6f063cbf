"""The desk's own agendas to start from."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import AgendaTemplate


def agenda_templates(actor: Actor) -> QuerySet[AgendaTemplate]:
    """Those that are offered, by name."""
    return AgendaTemplate.objects.filter(desk=actor.desk, retired_at__isnull=True).order_by("name", "pk")
