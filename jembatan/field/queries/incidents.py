"""Which incidents an actor sees."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.field.models import Incident, IncidentFile
from jembatan.programmes.queries.visible import visible_programmes


def visible_incidents(actor: Actor) -> QuerySet[Incident]:
    """Those of the programmes that the actor sees."""
    found = Incident.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "officer", "delegation", "duty")


def asking_incidents(actor: Actor) -> QuerySet[Incident]:
    """Those that want help and that nobody has settled: urgent ones first, then the earliest."""
    asking = visible_incidents(actor).filter(settled_at=None).exclude(severity=Incident.Severity.NOTE)
    return asking.order_by("-severity", "happened_at", "pk")


def visible_files(actor: Actor) -> QuerySet[IncidentFile]:
    """Of the incidents that the actor sees."""
    found = IncidentFile.objects.filter(incident__in=visible_incidents(actor).values("pk"))
    return found.select_related("file")
