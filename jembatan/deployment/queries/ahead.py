"""What an officer still has to do."""

from dataclasses import dataclass

from django.utils import timezone

from jembatan.deployment.models import ACTIVE, Assignment
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.programmes.models import Officer

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Ahead:
    """A seat, and its times by the programme's clocks."""

    row: Assignment
    time: str


def duties_ahead(officer: Officer) -> tuple[list[Ahead], int]:
    """The next ones of the roster that officers work by, and how many there are."""
    roster = roster_at_work(officer.programme)
    rows = Assignment.objects.filter(
        roster=roster,
        officer=officer,
        state__in=ACTIVE,
        duty__cancelled=False,
        duty__ends_at__gt=timezone.now(),
    )
    found = rows.select_related("duty__delegation", "duty__place").order_by("duty__starts_at", "pk")
    clock = clockwork(officer.programme)
    shown = [Ahead(row, time_told(clock, row.duty)) for row in found[: SHOWN + 1]]
    return shown[:SHOWN], len(shown) if len(shown) <= SHOWN else rows.count()
