"""The seats of a roster that are open, each with who could take it, or what keeps everybody away and would cure it."""

from dataclasses import dataclass

from jembatan.deployment.models import ACTIVE, Roster
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.judged import NEAR, Judged, WhyOpen, names_in
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Duty
from jembatan.rostering.rules.ranking import explain_open

PAGE = 10
BEST = 3


@dataclass(frozen=True, slots=True)
class OpenSeats:
    """Of a duty: how many are open, the first of them, how many officers could take one and who is best; else why nobody can."""

    duty: Duty
    open: int
    number: int
    when: str
    could: int
    best: list[str]
    why: WhyOpen


def open_seats(roster: Roster, *, after: int = 0) -> tuple[list[OpenSeats], int]:
    """Ten of the duties with open seats from the one of that place on, the most urgent first; and how many such duties there are."""
    judged, clock = Judged(roster), clockwork(roster.programme)
    plan = judged.engine
    open_duties = [duty for duty in judged.standing.instance.duties if plan.missing(duty) > 0]
    open_duties.sort(key=lambda duty: (-duty.priority, duty.start))
    shown = open_duties[after : after + PAGE]
    rows = Duty.objects.select_related("delegation", "programme").in_bulk([int(duty.id) for duty in shown])
    taken = _taken(roster, list(rows))
    everybody = len(judged.standing.instance.officers)
    explained = {each.id: explain_open(plan, each.id, limit=everybody) for each in shown}
    names = names_in(
        roster,
        (refusal for told in explained.values() for refusal in told.nearest[:NEAR]),
        also=(one.officer for told in explained.values() for one in told.candidates[:BEST]),
    )
    found = []
    for each in shown:
        duty, told = rows[int(each.id)], explained[each.id]
        best = [names.officer(one.officer) for one in told.candidates[:BEST]]
        number = next(seat for seat in range(1, duty.officers + 1) if seat not in taken[duty.pk])
        when = f"{day_text(duty.day)}, {time_told(clock, duty)}"
        missing = plan.missing(each)
        found.append(
            OpenSeats(duty, missing, number, when, len(told.candidates), best, judged.why_open(told, names))
        )
    return found, len(open_duties)


def _taken(roster: Roster, duties: list[int]) -> dict[int, set[int]]:
    seats: dict[int, set[int]] = {pk: set() for pk in duties}
    rows = roster.assignments.filter(state__in=ACTIVE, duty__in=duties).values_list("duty", "seat")
    for duty, seat in rows:
        seats[duty].add(seat)
    return seats
