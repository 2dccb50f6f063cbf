"""Seats that an officer is asked to take."""

from datetime import datetime

from django.db.models import QuerySet

from jembatan.deployment.models import Offer, OfferedTo
from jembatan.programmes.models import Officer


def open_offers(officer: Officer, now: datetime) -> QuerySet[OfferedTo]:
    """Those that they have not answered, and nobody else has taken."""
    asked = OfferedTo.objects.filter(
        officer=officer, answer=OfferedTo.Answer.NONE, offer__state=Offer.State.OPEN, offer__until__gt=now
    )
    return asked.select_related("offer__duty__place").order_by("offer__duty__starts_at", "pk")
