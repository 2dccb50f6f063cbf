"""What a roster comes to, in the order of its aims."""

from django.db.models import Count, F, Sum

from jembatan.deployment.models import Roster
from jembatan.deployment.queries.asked import seats_of
from jembatan.programmes.models import Duty

UNCOVERED, OFFICER_DAYS, PAIRS, OFFICERS = "uncovered", "officer_days", "pairs", "officers"
UNTAKEABLE = "untakeable"
"""Seats that nobody may take, whatever else they do."""


def figures(roster: Roster) -> dict[str, int]:
    """Open seats, officer-days, pairs of officer and delegation, and officers, as it stands."""
    seats = Duty.objects.filter(programme=roster.programme, cancelled=False).aggregate(
        seats=Sum("officers", default=0)
    )
    rows = seats_of(roster)
    counted = rows.aggregate(taken=Count("pk"), officers=Count("officer", distinct=True))
    days = rows.values("officer", "duty__day").distinct().count()
    pairs = (
        rows.exclude(duty__delegation=None)
        .values("officer", delegation=F("duty__delegation"))
        .distinct()
        .count()
    )
    return {
        UNCOVERED: max(seats["seats"] - counted["taken"], 0),
        OFFICER_DAYS: days,
        PAIRS: pairs,
        OFFICERS: counted["officers"],
    }
