"""Panels that mostly stay empty: a query's keys first, its rows only where there are any."""

from django.db.models import Model, QuerySet


def seldom[Row: Model](rows: QuerySet[Row], limit: int | None = None) -> list[Row]:
    """The rows, at most `limit`, in their order. Writing out the columns of many joined tables costs more than finding nothing."""
    keys = list(rows.values_list("pk", flat=True)[:limit])
    return list(rows.filter(pk__in=keys)) if keys else []
