"""Which incidents an actor sees."""

from django.db.models import Case, F, IntegerField, QuerySet, When

from jembatan.accounts.actor import Actor
from jembatan.field.models import Incident, IncidentFile
from jembatan.programmes.queries.visible import visible_programmes

MOST_SERIOUS_FIRST = (Incident.Severity.URGENT, Incident.Severity.HELP, Incident.Severity.NOTE)


def visible_incidents(actor: Actor) -> QuerySet[Incident]:
    """Those of the programmes that the actor sees."""
    found = Incident.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("programme__dossier", "officer", "delegation", "duty")


def in_order(incidents: QuerySet[Incident]) -> QuerySet[Incident]:
    """What nobody has settled first, of it what is most serious, then the latest."""
    ranks = [When(severity=severity, then=rank) for rank, severity in enumerate(MOST_SERIOUS_FIRST)]
    rank = Case(*ranks, output_field=IntegerField())
    return incidents.order_by(F("settled_at").desc(nulls_first=True), rank, "-happened_at", "-pk")


def asking_incidents(actor: Actor) -> QuerySet[Incident]:
    """Those that want help and that nobody has settled: urgent ones first, then the earliest."""
    asking = visible_incidents(actor).filter(settled_at=None).exclude(severity=Incident.Severity.NOTE)
    return asking.order_by("-severity", "happened_at", "pk")


def visible_files(actor: Actor) -> QuerySet[IncidentFile]:
    """Of the incidents that the actor sees."""
    found = IncidentFile.objects.filter(incident__in=visible_incidents(actor).values("pk"))
    return found.select_related("file")
