"""Duties that an officer had and has no more: cancelled, given to somebody else, or not theirs by another roster."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.field.access import OnDuty
from jembatan.field.models import ChangeSeen
from jembatan.field.queries.earlier import Seen, Told


def gone(who: OnDuty, held: Collection[int], seen: Seen, now: datetime) -> list[Told]:
    """Those that lie ahead and that the officer has not said they have read; `held` are the duties that are theirs.

    By duty, and by how often they had it: another roster that says the same is no news.
    """
    replaced = Roster.objects.filter(programme=who.officer.programme_id, state=Roster.State.REPLACED)
    left = Q(roster__state=Roster.State.PUBLISHED) & (Q(duty__cancelled=True) | ~Q(state__in=ACTIVE))
    before = Q(roster__in=replaced.order_by("-published_at", "-pk").values("pk")[:1], state__in=ACTIVE)
    rows = Assignment.objects.filter(left | before, officer=who.officer, duty__ends_at__gt=now)
    had: defaultdict[int, list[Assignment]] = defaultdict(list)
    for row in rows.exclude(duty__in=held).select_related("duty__place").order_by("duty__starts_at", "pk"):
        had[row.duty_id].append(row)
    return [
        {
            "id": duty_id,
            "version": len(times),
            "title": times[-1].duty.title,
            "place": str(times[-1].duty.place or ""),
            "starts_at": times[-1].duty.starts_at.isoformat(),
            "ends_at": times[-1].duty.ends_at.isoformat(),
            "cancelled": times[-1].duty.cancelled,
        }
        for duty_id, times in had.items()
        if (ChangeSeen.Kind.SEAT.value, duty_id, len(times)) not in seen
    ]
