"""Officers who always work together: on a duty for several, each place that a partner needs is kept for them."""

from collections.abc import Iterator

from jembatan.rostering.instance import Duty, Id, Officer
from jembatan.rostering.rules.days import judge_days
from jembatan.rostering.rules.person import judge_person
from jembatan.rostering.rules.refusals import Cure, Refusal, Remedy, Rule
from jembatan.rostering.rules.roster import Roster

CANNOT, NO_PLACE, KEPT = "cannot", "no_place", "kept"
"""Why: the partner cannot come; no place is left for them; the last places wait for partners of those who are on the duty."""


def judge_bonds(roster: Roster, duty: Duty, officer: Officer) -> Iterator[Refusal]:
    """Refusals for an officer who is not on the duty yet. Whoever is unavailable then binds nobody."""
    partners, team = roster.instance.partners, roster.officers_of.get(duty.id, [])
    mine = [each for each in partners.get(officer.id, ()) if each not in team]
    others = [other for each in team for other in partners.get(each, ()) if other not in team]
    waited: list[Id] = []
    for other in dict.fromkeys([*others, *mine]):
        if other == officer.id or roster.instance.officer[other].is_away(duty):
            continue
        if _could_come(roster, duty, other):
            waited.append(other)
        elif other in mine:
            yield _refused(duty, officer, other, CANNOT, Cure(Remedy.ANOTHER_OFFICER))
    left = duty.officers - len(team) - 1
    if 0 <= left < len(waited):
        other = waited[left]
        why = NO_PLACE if other in mine else KEPT
        yield _refused(duty, officer, other, why, Cure(Remedy.ANOTHER_OFFICER), Cure(Remedy.MORE_PLACES))


def _refused(duty: Duty, officer: Officer, other: Id, why: str, *cures: Cure) -> Refusal:
    return Refusal(Rule.TOGETHER, duty.id, officer.id, {"other": other, "why": why}, cures)


def _could_come(roster: Roster, duty: Duty, officer: Id) -> bool:
    who = roster.instance.officer[officer]
    refused = next(judge_person(roster.instance, duty, who), None) or next(
        judge_days(roster, duty, who), None
    )
    return refused is None
