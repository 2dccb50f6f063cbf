"""Who could take an open duty, the best first, each with the reasons; and what keeps the others from it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from jembatan.rostering.instance import Assignment, Id
from jembatan.rostering.rules.judging import refusals
from jembatan.rostering.rules.person import judge_person
from jembatan.rostering.rules.refusals import Refusal, Rule
from jembatan.rostering.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class Candidate:
    """An officer who may take the duty. The fields are the reasons, in the order in which they count."""

    officer: Id
    awaited: bool  # Whoever is on the duty already always works with them.
    standby: bool  # Waits on that day to step in.
    knows: int  # How many duties they have for the delegation already.
    works_that_day: bool  # No new officer-day is needed.
    wished: bool
    day_off_wished: bool
    spare_languages: int  # Languages beside the one asked: scarce people are spared.
    days: int  # How many days they work, so that the burden is shared.
    minutes: int  # How long they work that day, this duty left out.


@dataclass(frozen=True, slots=True)
class Open:
    """An open place of a duty: who may take it, and what keeps everybody else away."""

    duty: Id
    candidates: list[Candidate]
    refused: dict[Rule, int]  # How many officers each rule keeps away; one officer may count for several.
    nearest: list[Refusal]  # Of those whom the fewest refusals keep away, by how easily they are cured.
    hurdles: int  # How many refusals those are for each; 0 where nobody is kept away.


def candidates(roster: Roster, duty: Id, *, limit: int = 20) -> list[Candidate]:
    """The officers whom no rule refuses, the best first."""
    found = [
        _candidate(roster, duty, officer.id)
        for officer in roster.instance.officers
        if next(refusals(roster, Assignment(duty, officer.id)), None) is None
    ]
    return sorted(found, key=_worth)[:limit]


def explain_open(roster: Roster, duty: Id, *, limit: int = 20) -> Open:
    """Why a place of the duty is open: who could take it, and which rules keep the others from it."""
    free: list[Candidate] = []
    counted: Counter[Rule] = Counter()
    kept: list[list[Refusal]] = []
    for officer in roster.instance.officers:
        told = list(refusals(roster, Assignment(duty, officer.id)))
        counted.update({refusal.rule for refusal in told})
        if told:
            kept.append(told)
        else:
            free.append(_candidate(roster, duty, officer.id))
    hurdles = min(map(len, kept), default=0)
    nearest = sorted((told for told in kept if len(told) == hurdles), key=_trouble)[:limit]
    return Open(
        duty,
        sorted(free, key=_worth)[:limit],
        dict(counted.most_common()),
        [refusal for told in nearest for refusal in told],
        hurdles,
    )


def qualified(roster: Roster, duty: Id) -> list[Id]:
    """The officers who could do it if they had nothing else to do."""
    instance = roster.instance
    wanted = instance.duty[duty]
    return [each.id for each in instance.officers if next(judge_person(instance, wanted, each), None) is None]


EASE = (
    Rule.TRAVEL,
    Rule.REST,
    Rule.SPREAD,
    Rule.WORK,
    Rule.OVERLAP,
    Rule.WINDOW,
    Rule.LEVEL,
    Rule.TOGETHER,
    Rule.WEEK_WORK,
    Rule.MAX_MINUTES,
    Rule.DAYS_IN_7,
    Rule.DAY,
)
PLACES = {rule: place for place, rule in enumerate(EASE)}


def _trouble(told: list[Refusal]) -> tuple[int, int]:
    """Of one officer: how hard the hardest of the refusals is to cure, and the minutes that all of them ask for."""
    return max(PLACES.get(each.rule, len(EASE)) for each in told), sum(map(_cure_minutes, told))


def _cure_minutes(refusal: Refusal) -> int:
    return min((cure.minutes for cure in refusal.cures if cure.minutes), default=0)


def _candidate(roster: Roster, duty_id: Id, officer_id: Id) -> Candidate:
    instance = roster.instance
    duty, officer = instance.duty[duty_id], instance.officer[officer_id]
    days = roster.days_of.get(officer_id, {})
    return Candidate(
        officer=officer_id,
        awaited=duty.officers > 1
        and not set(instance.partners.get(officer_id, ())).isdisjoint(roster.officers_of.get(duty_id, ())),
        standby=duty.day in officer.standby,
        knows=roster.served.get(officer_id, {}).get(duty.delegation, 0),
        works_that_day=duty.day in days,
        wished=duty.delegation in officer.wishes.delegations,
        day_off_wished=duty.day in officer.wishes.days_off,
        spare_languages=len(officer.languages) - 1,
        days=len(days),
        minutes=sum(each.minutes for each in days.get(duty.day, ())),
    )


class Reason(StrEnum):
    """What puts one candidate before another, the weightiest first."""

    AWAITED = "awaited"
    STANDBY = "standby"
    KNOWS_AND_WORKS = "knows_and_works"
    KNOWS = "knows"
    WORKS_THAT_DAY = "works_that_day"
    DAY_OFF = "day_off"
    WISHED = "wished"
    SPARE_LANGUAGES = "spare_languages"
    DAYS = "days"
    MINUTES = "minutes"


WEIGHED: dict[Reason, Callable[[Candidate], int]] = {
    Reason.AWAITED: lambda one: not one.awaited,
    Reason.STANDBY: lambda one: not one.standby,
    Reason.KNOWS_AND_WORKS: lambda one: not (one.knows and one.works_that_day),
    Reason.KNOWS: lambda one: not one.knows,
    Reason.WORKS_THAT_DAY: lambda one: not one.works_that_day,
    Reason.DAY_OFF: lambda one: one.day_off_wished,
    Reason.WISHED: lambda one: not one.wished,
    Reason.SPARE_LANGUAGES: lambda one: one.spare_languages,
    Reason.DAYS: lambda one: one.days,
    Reason.MINUTES: lambda one: one.minutes,
}
"""By each reason, less is better."""


def ahead(one: Candidate, other: Candidate) -> Reason | None:
    """Why the one stands before the other in the list; None where nothing but their number puts them there, or they stand behind."""
    for reason, weight in WEIGHED.items():
        if weight(one) != weight(other):
            return reason if weight(one) < weight(other) else None
    return None


def _worth(one: Candidate) -> tuple[object, ...]:
    return (*(weight(one) for weight in WEIGHED.values()), str(one.officer))
