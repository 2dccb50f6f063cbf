"""Duties with an open seat that an officer may take on the phone."""

from datetime import datetime

from jembatan.deployment.queries import signing_up
from jembatan.field.access import OnDuty
from jembatan.field.queries.earlier import Told


def open_duties_of(who: OnDuty, now: datetime) -> list[Told]:
    """When, where and for whom; what is written about a duty is for those who have it."""
    return [
        {
            "id": each.duty.pk,
            "title": each.duty.title,
            "place": str(each.duty.place or ""),
            "address": each.duty.place.address if each.duty.place else "",
            "delegation": str(each.duty.delegation or ""),
            "starts_at": each.duty.starts_at.isoformat(),
            "ends_at": each.duty.ends_at.isoformat(),
            "free": each.free,
        }
        for each in signing_up.open_duties(who.officer, now)
    ]
