"""Whether an officer may take a duty: one rule engine for a manual edit, a swap, a self-sign-up, and for replanning.

What is judged is the step, not the state: a roster that breaks a rule elsewhere does not make the step worse.
"""

from collections.abc import Iterable, Iterator

from jembatan.rostering.instance import Assignment, Duty, Id, Instance, Officer
from jembatan.rostering.rules.bonds import judge_bonds
from jembatan.rostering.rules.days import judge_days
from jembatan.rostering.rules.person import judge_person
from jembatan.rostering.rules.refusals import Cure, Refusal, Remedy, Rule
from jembatan.rostering.rules.roster import Roster


def judge(instance: Instance, assignments: Iterable[Assignment], candidate: Assignment) -> list[Refusal]:
    """Every rule that the candidate would break beside these assignments, which may hold it already; none: it may be done."""
    roster = assignments if isinstance(assignments, Roster) else Roster(instance, assignments)
    return list(refusals(roster, candidate))


def allowed(roster: Roster, candidate: Assignment) -> bool:
    """Whether no rule refuses; stops at the first that does."""
    return next(refusals(roster, candidate), None) is None


def judge_swap(roster: Roster, first: Assignment, second: Assignment) -> list[Refusal]:
    """Every rule that is broken when two officers exchange these two duties."""
    changed = Assignment(first.duty, second.officer), Assignment(second.duty, first.officer)
    return _judge_change(roster, gone=(first, second), new=changed)


def judge_handing_over(roster: Roster, assignment: Assignment, to: Id) -> list[Refusal]:
    """Every rule that is broken when another officer takes this one's place."""
    return _judge_change(roster, gone=(assignment,), new=(Assignment(assignment.duty, to),))


def judge_all(roster: Roster) -> list[Refusal]:
    """Every assignment that its neighbours do not allow: what a published roster breaks after its data have changed."""
    found: list[Refusal] = []
    for assignment in roster.assignments():
        roster.remove(assignment)
        found += refusals(roster, assignment)
        roster.add(assignment)
    return found


def refusals(roster: Roster, candidate: Assignment) -> Iterator[Refusal]:
    """The rules that refuse, the cheapest to find out first."""
    instance = roster.instance
    duty, officer = instance.duty[candidate.duty], instance.officer[candidate.officer]
    yield from _judge_team(roster, duty, officer)
    yield from judge_person(instance, duty, officer)
    yield from judge_days(roster, duty, officer)


def _judge_change(
    roster: Roster, *, gone: tuple[Assignment, ...], new: tuple[Assignment, ...]
) -> list[Refusal]:
    for assignment in gone:
        roster.remove(assignment)
    put: list[Assignment] = []
    found: list[Refusal] = []
    try:
        # Who has the level goes first, so that a team with a lead is not refused for the order of the two steps.
        for assignment in sorted(new, key=lambda each: -roster.instance.officer[each.officer].level):
            found += refusals(roster, assignment)
            roster.add(assignment)
            put.append(assignment)
    finally:
        for assignment in put:
            roster.remove(assignment)
        for assignment in gone:
            roster.add(assignment)
    return found


def _judge_team(roster: Roster, duty: Duty, officer: Officer) -> Iterator[Refusal]:
    instance = roster.instance
    team = roster.officers_of.get(duty.id, [])
    if officer.id in team:
        yield Refusal(Rule.TWICE, duty.id, officer.id, {}, (Cure(Remedy.ANOTHER_OFFICER),))
    elif len(team) >= duty.officers:
        cures = (Cure(Remedy.RELEASE, duties=(duty.id,)), Cure(Remedy.MORE_PLACES))
        yield Refusal(Rule.FULL, duty.id, officer.id, {"places": duty.officers, "taken": tuple(team)}, cures)
    asked = instance.lead_level(duty)
    if officer.level < asked and all(instance.officer[each].level < asked for each in team):
        numbers = {"asked": asked, "level": officer.level, "officers": duty.officers}
        cure = Cure(Remedy.LEAD_FIRST if duty.officers > 1 else Remedy.ANOTHER_OFFICER, level=asked)
        yield Refusal(Rule.LEVEL, duty.id, officer.id, numbers, (cure,))
    for other in team:
        if frozenset((other, officer.id)) in instance.apart:
            yield Refusal(Rule.APART, duty.id, officer.id, {"other": other}, (Cure(Remedy.ANOTHER_OFFICER),))
    if instance.together and duty.officers > 1 and officer.id not in team:
        yield from judge_bonds(roster, duty, officer)
