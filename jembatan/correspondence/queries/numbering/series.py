"""Series of numbers of a desk."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import NumberSeries


def all_series(actor: Actor) -> QuerySet[NumberSeries]:
    """Those in use, by name."""
    return NumberSeries.objects.filter(desk=actor.desk, retired_at__isnull=True).order_by("name")
