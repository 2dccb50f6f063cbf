"""Duties with an open seat that an officer may take themselves."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from jembatan.deployment.models import ACTIVE, Assignment, Offer, Roster
from jembatan.deployment.queries.judged import Judged
from jembatan.programmes.models import Duty, Officer
from jembatan.rostering.instance import Assignment as Step
from jembatan.rostering.rules.judging import allowed

MOST = 50


@dataclass(frozen=True, slots=True)
class OpenDuty:
    """`free` is how many seats of it can be taken."""

    duty: Duty
    free: int


def open_to_all(officer: Officer) -> Roster | None:
    """The roster whose open seats officers may take, if their programme lets them."""
    published = Roster.objects.filter(
        programme=officer.programme_id, programme__self_sign_up=True, state=Roster.State.PUBLISHED
    )
    return published.select_related("programme__dossier", "programme__desk", "desk").first()


def open_duties(officer: Officer, now: datetime) -> list[OpenDuty]:
    """Those that begin later and that no rule refuses this officer, the nearest first; in as many queries whatever there is."""
    roster = open_to_all(officer)
    if roster is None:
        return []
    judged = Judged(roster)
    plan, begun = judged.engine, judged.standing.clock.minute(now)
    found = [
        int(each.id)
        for each in judged.standing.instance.duties
        if each.start > begun
        and plan.missing(each) > 0
        and judged.knows(each.id, officer.pk)
        and allowed(plan, Step(each.id, officer.pk))
    ]
    duties = Duty.objects.filter(pk__in=found).select_related("place", "delegation")
    rows = list(duties.order_by("starts_at", "pk"))
    free = free_seats(roster, rows)
    return [OpenDuty(row, len(free[row.pk])) for row in rows if free[row.pk]][:MOST]


def free_seats(roster: Roster, duties: Collection[Duty]) -> dict[int, list[int]]:
    """Of each of these duties the seats that nobody has, and that are not being offered to somebody."""
    numbers = [duty.pk for duty in duties]
    taken = set(
        Assignment.objects.filter(roster=roster, state__in=ACTIVE, duty__in=numbers).values_list(
            "duty", "seat"
        )
    )
    offered = Offer.objects.filter(
        roster=roster, state=Offer.State.OPEN, until__gt=timezone.now(), duty__in=numbers
    )
    taken.update(offered.values_list("duty", "seat"))
    return {
        duty.pk: [seat for seat in range(1, duty.officers + 1) if (duty.pk, seat) not in taken]
        for duty in duties
    }
