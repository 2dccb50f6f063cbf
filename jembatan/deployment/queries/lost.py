"""Which seats of a roster want somebody else: their officers are away, the duty has changed under them, or nobody has ever sat there."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from jembatan.deployment.models import ACTIVE, Assignment, Override, Proposal, Roster
from jembatan.deployment.queries.instance import standing_of
from jembatan.programmes.models import Duty, Officer
from jembatan.rostering import instance as engine
from jembatan.rostering.replanning import unfit
from jembatan.rostering.rules.judging import refusals
from jembatan.rostering.rules.roster import Roster as Plan

type Aside = defaultdict[engine.Assignment, set[str]]
"""Rules that somebody has set aside, by assignment."""


def plan_of(roster: Roster) -> Plan:
    """The roster as the engine keeps it."""
    standing = standing_of(roster)
    return Plan(standing.instance, standing.assignments)


def seats_lost(roster: Roster, proposal: Proposal, plan: Plan | None = None) -> list[Assignment]:
    """Those of the proposal that are not over, in time. `plan` is the roster as the engine keeps it, where somebody has it already."""
    if proposal.is_of_duties:
        return seats_unkept(roster, [proposal], plan)[proposal.pk]
    if proposal.is_of_a_seat:
        return _open(roster, proposal)
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


def is_beyond(row: Assignment) -> bool:
    """The duty asks for fewer officers than it did: there is no such seat any more."""
    return row.seat > row.duty.officers


def _open(roster: Roster, proposal: Proposal) -> list[Assignment]:
    """The seat as an assignment of nobody; nothing, once somebody has it, and for one that is no more."""
    assert proposal.duty_id is not None
    assert proposal.seat is not None
    duty = Duty.objects.select_related("delegation", "place").filter(
        pk=proposal.duty_id, cancelled=False, ends_at__gt=timezone.now(), officers__gte=proposal.seat
    )
    taken = Assignment.objects.filter(
        roster=roster, duty=proposal.duty_id, seat=proposal.seat, state__in=ACTIVE
    )
    return [] if taken.exists() else [Assignment(roster=roster, duty=one, seat=proposal.seat) for one in duty]


def seats_unkept(
    roster: Roster, proposals: Iterable[Proposal], plan: Plan | None = None
) -> dict[int | None, list[Assignment]]:
    """Of each proposal about a movement or a duty, by its number, as `seats_lost`; as many queries for many as for one."""
    listed = list(proposals)
    plan = plan or plan_of(roster)
    movements, duties = {each.movement_id for each in listed}, {each.duty_id for each in listed}
    rows = _at_changed(roster, Q(duty__movement__in=movements - {None}) | Q(duty__in=duties - {None}))
    aside = _set_aside(roster, {row.duty_id for row in rows})
    return {
        each.pk: _unkept(
            [
                row
                for row in rows
                if (row.duty.movement_id if each.movement_id else row.duty_id)
                == (each.movement_id or each.duty_id)
            ],
            plan,
            aside,
        )
        for each in listed
    }


def _at_changed(roster: Roster, changed: Q) -> list[Assignment]:
    """Who sits on these duties, or was taken off by the database, as long as they have not begun; `seat_taken`: somebody sits there now."""
    rows = Assignment.objects.filter(
        changed,
        roster=roster,
        duty__cancelled=False,
        duty__starts_at__gt=timezone.now(),
        state__in=(*ACTIVE, Assignment.State.RELEASED),
    )
    taken = Assignment.objects.filter(
        roster=roster, duty=OuterRef("duty"), seat=OuterRef("seat"), state__in=ACTIVE
    )
    shown = rows.annotate(seat_taken=Exists(taken)).select_related(*_SHOWN)
    return list(shown.order_by("duty__starts_at", "pk"))


def _unkept(found: list[Any], plan: Plan, aside: Aside) -> list[Assignment]:
    """Seats that are no more, that the database released, and those whom the rules let stay no more."""
    beyond = [
        one
        for row in found
        if is_beyond(row)
        and row.state in ACTIVE
        and (one := engine.Assignment(row.duty_id, row.officer_id)).officer
        in plan.officers_of.get(one.duty, ())
    ]
    for one in beyond:
        plan.remove(one)
    gone = set(unfit(plan, [row.duty_id for row in found]))
    gone -= _known(plan, gone, aside)
    for one in beyond:
        plan.add(one)
    gone |= set(beyond)
    released = {(row.duty_id, row.seat): row for row in found if not row.seat_taken and not is_beyond(row)}
    return [
        row
        for row in found
        if (row.state in ACTIVE and engine.Assignment(row.duty_id, row.officer_id) in gone)
        or released.get((row.duty_id, row.seat)) is row
    ]


def _set_aside(roster: Roster, duties: Collection[int]) -> Aside:
    aside: Aside = defaultdict(set)
    rows = Override.objects.filter(roster=roster, duty__in=duties)
    for duty, officer, rule in rows.values_list("duty", "officer", "rule"):
        aside[engine.Assignment(duty, officer)].add(rule)
    return aside


def _known(plan: Plan, gone: set[engine.Assignment], aside: Aside) -> set[engine.Assignment]:
    """Where nothing is broken but what somebody has set aside, with a reason, before."""
    known = set()
    for one in gone & aside.keys():
        plan.remove(one)
        if {each.rule.value for each in refusals(plan, one)} <= aside[one]:
            known.add(one)
        plan.add(one)
    return known


_SHOWN = ("duty__delegation", "duty__place", "officer")
