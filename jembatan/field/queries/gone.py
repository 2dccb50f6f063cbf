"""Duties that an officer had and has no more: cancelled, or given to somebody else."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.field.access import OnDuty
from jembatan.field.models import ChangeSeen
from jembatan.field.queries.schedule import Seen, Told

ONCE = 1
"""A seat is left once: the version that is read."""


def gone(who: OnDuty, held: Collection[int], seen: Seen, now: datetime) -> list[Told]:
    """Those that lie ahead and that the officer has not said they have read; `held` are the duties that are theirs."""
    rows = Assignment.objects.filter(
        Q(duty__cancelled=True) | ~Q(state__in=ACTIVE),
        officer=who.officer,
        roster__state=Roster.State.PUBLISHED,
        duty__ends_at__gt=now,
    ).exclude(duty__in=held)
    last = {row.duty_id: row for row in rows.select_related("duty__place").order_by("pk")}
    return [
        {
            "id": row.pk,
            "version": ONCE,
            "title": row.duty.title,
            "place": str(row.duty.place or ""),
            "starts_at": row.duty.starts_at.isoformat(),
            "ends_at": row.duty.ends_at.isoformat(),
            "cancelled": row.duty.cancelled,
        }
        for row in sorted(last.values(), key=lambda row: (row.duty.starts_at, row.pk))
        if (ChangeSeen.Kind.SEAT.value, row.pk, ONCE) not in seen
    ]
