"""Which seats of a roster their officers cannot keep: they are away, or the duty moved from under them."""

from collections import defaultdict
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from jembatan.deployment.models import ACTIVE, Assignment, Override, Proposal, Roster
from jembatan.deployment.queries.instance import standing_of
from jembatan.programmes.models import Movement, Officer
from jembatan.rostering import instance as engine
from jembatan.rostering.replanning import unfit
from jembatan.rostering.rules.judging import refusals
from jembatan.rostering.rules.roster import Roster as Plan


def plan_of(roster: Roster) -> Plan:
    """The roster as the engine keeps it."""
    standing = standing_of(roster)
    return Plan(standing.instance, standing.assignments)


def seats_lost(roster: Roster, proposal: Proposal, plan: Plan | None = None) -> list[Assignment]:
    """Those of the proposal that are not over, in time. `plan` is the roster as the engine keeps it, where somebody has it already."""
    if proposal.movement is not None:
        return _moved_away(roster, proposal.movement, plan or plan_of(roster))
    assert proposal.officer is not None
    assert proposal.during is not None
    since = max(proposal.during.lower, timezone.now())
    return seats_left(roster, proposal.officer, since=since, until=proposal.during.upper)


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
    return list(rows.select_related(*_SHOWN).order_by("duty__starts_at", "pk"))


def _moved_away(roster: Roster, movement: Movement, plan: Plan) -> list[Assignment]:
    """Of duties that have not begun: seats that the database released, and those whom the rules let stay no more."""
    rows = Assignment.objects.filter(
        roster=roster,
        duty__movement=movement,
        duty__cancelled=False,
        duty__starts_at__gt=timezone.now(),
        state__in=(*ACTIVE, Assignment.State.RELEASED),
    )
    taken = Assignment.objects.filter(
        roster=roster, duty=OuterRef("duty"), seat=OuterRef("seat"), state__in=ACTIVE
    )
    found = list(
        rows.annotate(seat_taken=Exists(taken)).select_related(*_SHOWN).order_by("duty__starts_at", "pk")
    )
    gone = set(unfit(plan, [row.duty_id for row in found]))
    gone -= _known(roster, plan, gone)
    released = {(row.duty_id, row.seat): row for row in found if not row.seat_taken}
    return [
        row
        for row in found
        if (row.state in ACTIVE and engine.Assignment(row.duty_id, row.officer_id) in gone)
        or released.get((row.duty_id, row.seat)) is row
    ]


def _known(roster: Roster, plan: Plan, gone: set[engine.Assignment]) -> set[engine.Assignment]:
    """Where nothing is broken but what somebody has set aside, with a reason, before."""
    aside: defaultdict[engine.Assignment, set[str]] = defaultdict(set)
    rows = Override.objects.filter(roster=roster, duty__in=[each.duty for each in gone])
    for duty, officer, rule in rows.values_list("duty", "officer", "rule"):
        aside[engine.Assignment(duty, officer)].add(rule)
    known = set()
    for one in gone & aside.keys():
        plan.remove(one)
        if {each.rule.value for each in refusals(plan, one)} <= aside[one]:
            known.add(one)
        plan.add(one)
    return known


_SHOWN = ("duty__delegation", "duty__place", "officer")
