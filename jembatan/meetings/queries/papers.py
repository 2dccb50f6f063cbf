"""The papers of an agenda."""

from django.db.models import Prefetch, QuerySet

from jembatan.meetings.models import AgendaItem, Paper


def standing_papers() -> QuerySet[Paper]:
    """Without what was taken out, in the order in which they came."""
    return Paper.objects.filter(taken_out_at__isnull=True).select_related("file").order_by("pk")


def with_papers(items: QuerySet[AgendaItem]) -> QuerySet[AgendaItem]:
    """Each with its standing papers in `papers.all()`, one query for all."""
    return items.prefetch_related(Prefetch("papers", standing_papers()))
