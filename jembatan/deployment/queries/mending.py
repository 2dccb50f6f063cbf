"""What is proposed when something has happened: who takes which seat, why, who else could, and what has to be passed on for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.models import ACTIVE, Assignment, Proposal, Roster
from jembatan.deployment.queries.asked import seats_of
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import Clockwork
from jembatan.deployment.queries.instance import Standing, standing_of
from jembatan.deployment.queries.judged import names_in
from jembatan.deployment.queries.lost import is_beyond, seats_lost
from jembatan.deployment.queries.names import Names, names_of
from jembatan.deployment.queries.seat import Why, facts_told
from jembatan.deployment.queries.words import Told, told_all
from jembatan.rostering import instance as engine
from jembatan.rostering.replanning import MOST_CHANGES, Replanned, Step, mend, without
from jembatan.rostering.rules.judging import refusals
from jembatan.rostering.rules.refusals import Refusal
from jembatan.rostering.rules.roster import Roster as Plan

CHOICE = 5
type Place = tuple[engine.Id, engine.Id | None]
"""A duty, and whose place on it it was; None: nobody's."""


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody for a seat. `value` is what a form sends: the officer, and where they pass a duty on for it, that seat and who takes it."""

    value: str
    why: Why


@dataclass(frozen=True, slots=True)
class Lost:
    """A seat that wants somebody else: what keeps its officer from it, and who could take it. The first option is proposed; there may be none.

    Nobody takes one that is `beyond` what its duty asks for.
    """

    row: Assignment
    when: str
    against: tuple[Told, ...]
    options: tuple[Option, ...]
    beyond: bool

    @property
    def key(self) -> str:
        """As forms name it."""
        return f"{self.row.duty_id}-{self.row.seat}"


@dataclass(frozen=True, slots=True)
class Mending:
    """The seats that are given to others at once, and how many wait for the next time."""

    seats: tuple[Lost, ...]
    later: int


def mending_of(roster: Roster, proposal: Proposal) -> Mending:
    """As things stand. Nothing is stored; the number of queries is the same for any roster."""
    standing = standing_of(roster, hold=_fixed(roster))
    plan = Plan(standing.instance, standing.assignments) if proposal.is_of_duties else None
    rows = seats_lost(roster, proposal, plan)
    now = rows[:MOST_CHANGES]
    lost: dict[Place, Assignment] = {(row.duty_id, row.officer_id): row for row in now}
    instance = _without_officer(standing, proposal)
    stay = [each for each in standing.assignments if (each.duty, each.officer) not in lost]
    wanted = [place for place, row in lost.items() if row.duty_id in instance.duty and not is_beyond(row)]
    replanned = mend(
        instance,
        stay,
        [engine.Assignment(duty, leaves) for duty, leaves in wanted if leaves is not None],
        empty=[duty for duty, leaves in wanted if leaves is None],
    )
    passed = _passed(roster, replanned)
    people = {each.officer for choice in replanned.choices for each in choice.candidates[:CHOICE]}
    people |= {step.takes for step in replanned.steps if step.takes is not None}
    names = names_of(roster.programme, duties=[row.duty_id for row in passed.values()], officers=people)
    options = _options(replanned, passed, names)
    against = _against(roster, plan, lost) if plan else {}
    return Mending(
        tuple(
            Lost(
                row,
                _when(standing.clock, row),
                against.get(place, ()),
                options.get(place, ()),
                is_beyond(row),
            )
            for place, row in lost.items()
        ),
        len(rows) - len(now),
    )


def _fixed(roster: Roster) -> list[engine.Assignment]:
    """What is held fast, and what has begun, is passed on to nobody."""
    fixed = seats_of(roster).filter(Q(locked=True) | Q(duty__starts_at__lte=timezone.now()))
    return [engine.Assignment(*row) for row in fixed.values_list("duty", "officer")]


def _without_officer(standing: Standing, proposal: Proposal) -> engine.Instance:
    """Whoever is away takes nothing over, also while the absence is not written down yet."""
    if proposal.officer_id is None or proposal.during is None:
        return standing.instance
    since, until = (standing.clock.minute(each) for each in (proposal.during.lower, proposal.during.upper))
    return without(standing.instance, proposal.officer_id, since, until)


def _passed(roster: Roster, replanned: Replanned) -> dict[engine.Assignment, Assignment]:
    """The seats of those who pass a duty on, so that they can take another."""
    given = {engine.Assignment(step.duty, step.leaves) for step in replanned.steps if step.leaves is not None}
    rows = Assignment.objects.filter(
        roster=roster, state__in=ACTIVE, duty__in=[each.duty for each in given]
    ).select_related("officer")
    return {one: row for row in rows if (one := engine.Assignment(row.duty_id, row.officer_id)) in given}


def _options(
    replanned: Replanned, passed: Mapping[engine.Assignment, Assignment], names: Names
) -> dict[Place, tuple[Option, ...]]:
    """By what was lost: those who are free for it, or the one who is once a duty of theirs has gone to somebody else."""
    found: dict[Place, tuple[Option, ...]] = {}
    steps = iter(replanned.steps)
    for choice in replanned.choices:
        step = next(steps)
        lost = step.duty, step.leaves
        if choice.candidates:
            found[lost] = tuple(
                Option(
                    str(each.officer), Why(int(each.officer), names.officer(each.officer), facts_told(each))
                )
                for each in choice.candidates[:CHOICE]
            )
        elif step.takes is not None:
            found[lost] = (_chain(step.takes, next(steps), passed, names),)
    return found


def _chain(
    takes: engine.Id, then: Step, passed: Mapping[engine.Assignment, Assignment], names: Names
) -> Option:
    assert then.leaves is not None
    row = passed[engine.Assignment(then.duty, then.leaves)]
    told = _("passes “%(duty)s” on to %(name)s for it") % {
        "duty": names.duty(row.duty_id),
        "name": names.officer(then.takes),
    }
    value = f"{takes}:{row.duty_id}-{row.seat}:{then.takes}"
    return Option(value, Why(int(takes), names.officer(takes), (told,)))


def _against(roster: Roster, plan: Plan, lost: Mapping[Place, Assignment]) -> dict[Place, tuple[Told, ...]]:
    """Which rules keep whoever had a seat from keeping it, once those have gone whose seat is no more."""
    found: dict[Place, list[Refusal]] = {}
    places = sorted(lost.items(), key=lambda each: not is_beyond(each[1]))
    for (duty, officer), row in places:
        if officer is None or officer not in plan.instance.officer:
            continue
        one = engine.Assignment(duty, officer)
        if is_seated := one.officer in plan.officers_of.get(one.duty, ()):
            plan.remove(one)
        if is_beyond(row):
            continue
        found[duty, officer] = list(refusals(plan, one))
        if is_seated:
            plan.add(one)
    names = names_in(roster, [each for told in found.values() for each in told])
    return {place: tuple(told_all(told, names)) for place, told in found.items()}


def _when(clock: Clockwork, row: Assignment) -> str:
    return time_told(clock, row.duty)
