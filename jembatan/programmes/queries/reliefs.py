"""Shifts that follow each other: at one place, with one delegation, for one post; and for how long both are there together."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from jembatan.programmes.models import Duty
from jembatan.programmes.queries.local_times import clock_there

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Relief:
    """`then` relieves `first`, and begins too late for the programme's handover: `first` would have to last `until` then."""

    first: Duty
    then: Duty
    until: datetime

    @property
    def together(self) -> int:
        """For how many minutes both are there."""
        return (self.first.ends_at - self.then.starts_at) // MINUTE

    @property
    def begins_clock(self) -> str:
        """When the relief comes, on the programme's clocks."""
        return clock_there(self.then.starts_at, self.first.programme.zone)

    @property
    def until_clock(self) -> str:
        """When the first might go, on the same clocks."""
        return clock_there(self.until, self.first.programme.zone)


def too_short(duty: Duty) -> list[Relief]:
    """Where the duty relieves another one, or is relieved, without the handover that is asked. One query; none where none is asked."""
    asked = duty.programme.handover * MINUTE
    if not asked or duty.cancelled or not (duty.delegation_id or duty.place_id):
        return []
    found = []
    for other in _alike(duty).order_by("starts_at", "pk"):
        for first, then in ((duty, other), (other, duty)):
            if _follows(first, then) and first.ends_at - then.starts_at < asked:
                found.append(Relief(first, then, then.starts_at + asked))
    return found


def _alike(duty: Duty) -> QuerySet[Duty]:
    same = Duty.objects.filter(
        programme=duty.programme_id,
        delegation=duty.delegation_id,
        place=duty.place_id,
        post=duty.post_id,
        cancelled=False,
    )
    return (
        same.select_related("programme")
        .filter(starts_at__lte=duty.ends_at, ends_at__gte=duty.starts_at)
        .exclude(pk=duty.pk)
    )


def _follows(first: Duty, then: Duty) -> bool:
    """At once, and to go on longer."""
    return first.starts_at < then.starts_at <= first.ends_at < then.ends_at
