"""Something changes on the day: a duty moves, an officer falls ill or does not come. The roster is mended with few changes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from jembatan.rostering.instance import Assignment, Duty, Id, Instance, Officer
from jembatan.rostering.rules.judging import allowed, refusals
from jembatan.rostering.rules.ranking import Candidate, candidates
from jembatan.rostering.rules.refusals import Refusal, Remedy
from jembatan.rostering.rules.roster import Roster

MOST_CHANGES = 5
TRIED = 12  # Officers who are looked at further, whether they can pass a duty on.


@dataclass(frozen=True, slots=True)
class DutyMoved:
    """A duty begins and ends at other times, perhaps elsewhere."""

    duty: Id
    start: int
    end: int
    place: int | None = None


@dataclass(frozen=True, slots=True)
class OfficerAway:
    """An officer cannot work between two minutes: illness."""

    officer: Id
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoShow:
    """An officer did not come to one duty; the rest of their day is in doubt and given to others."""

    officer: Id
    duty: Id


type Happening = DutyMoved | OfficerAway | NoShow


@dataclass(frozen=True, slots=True)
class Step:
    """One changed assignment: who leaves the duty (None: the place was open), who takes it (None: it stays open)."""

    duty: Id
    leaves: Id | None
    takes: Id | None


@dataclass(frozen=True, slots=True)
class Choice:
    """An open place with those who could take it, the best first; the reasons are their fields."""

    duty: Id
    candidates: list[Candidate]


@dataclass(frozen=True, slots=True)
class Replanned:
    """The instance as it is now, the roster that keeps its rules, what changed, who else could have stepped in, what stays open."""

    instance: Instance
    assignments: list[Assignment]
    steps: list[Step]
    choices: list[Choice]
    open: list[Id]


def replan(
    instance: Instance, assignments: Sequence[Assignment], happening: Happening, *, most: int = MOST_CHANGES
) -> Replanned:
    """Mend the roster, the more urgent duty first; nothing that the rules refuse is done.

    Each assignment that cannot stay is one change. Where there are fewer than `most`, others that are not locked may be passed on so that
    an open place can be filled. A team that has lost its lead, with no other to be found, is told among `open`.
    """
    changed, lost = _after(instance, list(assignments), happening)
    return mend(changed, [each for each in assignments if each not in lost], lost, most=most)


def mend(
    instance: Instance,
    assignments: Iterable[Assignment],
    lost: Collection[Assignment],
    *,
    empty: Collection[Id] = (),
    most: int = MOST_CHANGES,
) -> Replanned:
    """Fill the places of `lost`, which are none of `assignments`, in an instance as it is after something has happened; and one place of each `empty` duty."""
    changed = _unlocked(instance, lost)
    roster = Roster(changed, assignments)
    steps: list[Step] = []
    choices: list[Choice] = []
    places: list[tuple[Id, Id | None]] = [(each.duty, each.officer) for each in lost]
    places += [(duty, None) for duty in empty]
    places.sort(key=lambda place: (-changed.duty[place[0]].priority, changed.duty[place[0]].start))
    spare = max(most - len(places), 0)
    for duty, leaves in places:
        choices.append(Choice(duty, candidates(roster, duty)))
        made = _fill(roster, duty, leaves, choices[-1].candidates, may_pass_on=spare > 0)
        spare -= len(made) - 1
        steps += made
    return Replanned(
        instance=changed,
        assignments=roster.assignments(),
        steps=steps,
        choices=choices,
        open=[step.duty for step in steps if step.takes is None],
    )


def unfit(roster: Roster, duties: Iterable[Id]) -> list[Assignment]:
    """Those on these duties whom the rules let stay no more, once the less urgent of two that exclude each other has gone. The roster stays."""
    instance = roster.instance
    mine = [
        Assignment(duty, officer)
        for duty in dict.fromkeys(duties)
        for officer in roster.officers_of.get(duty, ())
    ]
    gone: list[Assignment] = []
    for each in sorted(
        mine, key=lambda one: (instance.duty[one.duty].priority, -instance.duty[one.duty].start)
    ):
        if not _stays(roster, each):
            roster.remove(each)
            gone.append(each)
    for each in gone:
        roster.add(each)
    return gone


def without(instance: Instance, officer: Id, start: int, end: int) -> Instance:
    """The instance in which the officer cannot work between the two minutes."""

    def away(each: Officer) -> Officer:
        return replace(each, unavailable=(*each.unavailable, (start, end))) if each.id == officer else each

    return replace(instance, officers=tuple(map(away, instance.officers)))


def _after(
    instance: Instance, assignments: list[Assignment], happening: Happening
) -> tuple[Instance, list[Assignment]]:
    """The instance after it has happened, and the assignments that cannot stay."""
    if isinstance(happening, DutyMoved):
        changed = _moved(instance, happening)
        return changed, unfit(Roster(changed, assignments), {happening.duty})
    if isinstance(happening, OfficerAway):
        start, end = happening.start, happening.end
    else:
        missed = instance.duty[happening.duty]
        start, end = missed.start, instance.midnight(missed.day + 1)
        end = max(end, missed.end)
    changed = without(instance, happening.officer, start, end)
    lost = [
        each
        for each in assignments
        if each.officer == happening.officer
        and instance.duty[each.duty].start < end
        and instance.duty[each.duty].end > start
    ]
    return changed, lost


def _moved(instance: Instance, happening: DutyMoved) -> Instance:
    before = instance.duty[happening.duty]
    place = before.place if happening.place is None else happening.place
    day = instance.day_at(happening.start)
    after = replace(before, start=happening.start, end=happening.end, day=day, place=place)
    return replace(instance, duties=tuple(after if each is before else each for each in instance.duties))


def _stays(roster: Roster, assignment: Assignment) -> bool:
    roster.remove(assignment)
    try:
        return allowed(roster, assignment)
    finally:
        roster.add(assignment)


def _fill(
    roster: Roster, duty: Id, leaves: Id | None, ranked: list[Candidate], *, may_pass_on: bool
) -> list[Step]:
    if ranked:
        roster.add(Assignment(duty, ranked[0].officer))
        return [Step(duty, leaves, ranked[0].officer)]
    if may_pass_on and (found := _way_round(roster, roster.instance.duty[duty])):
        passed, to = found
        return [Step(duty, leaves, passed.officer), Step(passed.duty, passed.officer, to)]
    return [Step(duty, leaves, None)]


def _way_round(roster: Roster, duty: Duty) -> tuple[Assignment, Id] | None:
    """Somebody passes one of their duties on and takes this one; done, when it is told."""
    locked, tried = set(roster.instance.locked), 0
    for officer in roster.instance.officers:
        wanted = Assignment(duty.id, officer.id)
        told = list(refusals(roster, wanted))
        release = {other for refusal in told for cure in refusal.cures for other in cure.duties}
        if len(release) != 1 or duty.id in release or not all(_can_release(refusal) for refusal in told):
            continue
        passed = Assignment(release.pop(), officer.id)
        if passed in locked:
            continue
        roster.remove(passed)
        if allowed(roster, wanted):
            roster.add(wanted)
            if others := [
                each for each in candidates(roster, passed.duty, limit=2) if each.officer != officer.id
            ]:
                roster.add(Assignment(passed.duty, others[0].officer))
                return passed, others[0].officer
            roster.remove(wanted)
        roster.add(passed)
        tried += 1
        if tried >= TRIED:
            break
    return None


def _can_release(refusal: Refusal) -> bool:
    return any(cure.remedy is Remedy.RELEASE for cure in refusal.cures)


def _unlocked(instance: Instance, lost: Collection[Assignment]) -> Instance:
    """What cannot stay is not locked any more."""
    return replace(instance, locked=tuple(each for each in instance.locked if each not in lost))
