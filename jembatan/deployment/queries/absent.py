"""Somebody cannot come: which of their seats are open then, and who could take each, all of it judged together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.judged import Judged
from jembatan.deployment.queries.seat import Why, why_of
from jembatan.programmes.models import Officer
from jembatan.rostering import instance as engine

MOST = 5
"""So many assignments are proposed to change at once."""
CHOICE = 5


@dataclass(frozen=True, slots=True)
class Proposed:
    """A seat that somebody leaves, and who could take it; the first is proposed. `when` is by the programme's clocks."""

    row: Assignment
    when: str
    choice: list[Why]


def seats_left(roster: Roster, officer: Officer, *, since: datetime, until: datetime) -> list[Assignment]:
    """What they would do between the two moments and is not over yet, in time."""
    rows = Assignment.objects.filter(
        roster=roster,
        officer=officer,
        state__in=ACTIVE,
        duty__cancelled=False,
        duty__ends_at__gt=since,
        duty__starts_at__lt=until,
    )
    return list(rows.select_related("duty__delegation", "duty__place", "officer").order_by("duty__starts_at"))


def proposal(roster: Roster, rows: Iterable[Assignment]) -> list[Proposed]:
    """For each of these seats those whom no rule refuses, the best first: whoever is proposed for one counts as taken for the next."""
    judged, clock = Judged(roster), clockwork(roster.programme)
    leaving = list(rows)[:MOST]
    known = [row for row in leaving if judged.knows(row.duty_id, row.officer_id)]
    gone = {row.officer_id for row in known}
    for row in known:
        judged.engine.remove(engine.Assignment(row.duty_id, row.officer_id))
    found = []
    for row in leaving:
        choice = judged.could_take(row.duty_id, limit=CHOICE, without=gone) if row in known else []
        if choice:
            judged.engine.add(engine.Assignment(row.duty_id, choice[0].officer))
        found.append(Proposed(row, time_told(clock, row.duty), [why_of(each) for each in choice]))
    return found
