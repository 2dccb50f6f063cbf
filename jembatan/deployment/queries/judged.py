"""A roster under the rule engine: who may take which seat, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from jembatan.deployment.models import Roster
from jembatan.deployment.queries.instance import Standing, standing_of
from jembatan.deployment.queries.names import Names, names_of
from jembatan.deployment.queries.words import RULES, Told, told, told_all
from jembatan.rostering.instance import Assignment, Id
from jembatan.rostering.rules import judging
from jembatan.rostering.rules import roster as rules
from jembatan.rostering.rules.ranking import Candidate, Open, candidates
from jembatan.rostering.rules.refusals import Refusal

NEAR = 8


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who could take a seat, with what the engine found out about them."""

    officer: int
    name: str
    facts: Candidate


@dataclass(frozen=True, slots=True)
class WhyOpen:
    """Why a seat is open: how many each rule keeps away; whom the fewest rules keep away, one `alone` perhaps, and what would cure that."""

    kept_away: list[tuple[str, int]]
    nearest: list[Told]
    alone: bool


class Judged:
    """One reading of a roster; what is asked of it costs no further queries but for names."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.standing: Standing = standing_of(roster)

    @cached_property
    def engine(self) -> rules.Roster:
        """The roster as the engine keeps it."""
        return rules.Roster(self.standing.instance, self.standing.assignments)

    def refusals(self, changes: Iterable[tuple[Assignment | None, Assignment | None]]) -> list[Refusal]:
        """Every rule that these steps break, each of them (what goes, what comes), judged as if all that goes had gone."""
        steps = list(changes)
        gone = [step for step, _new in steps if step is not None]
        new = [step for _gone, step in steps if step is not None]
        for step in gone:
            self.engine.remove(step)
        found: list[Refusal] = []
        put: list[Assignment] = []
        levels = self.standing.instance.officer
        for step in sorted(new, key=lambda each: -levels[each.officer].level):
            found += judging.refusals(self.engine, step)
            self.engine.add(step)
            put.append(step)
        for step in put:
            self.engine.remove(step)
        for step in gone:
            self.engine.add(step)
        return found

    def knows(self, duty: Id, officer: Id) -> bool:
        """Whether the engine has heard of both."""
        return duty in self.standing.instance.duty and officer in self.standing.instance.officer

    def told(self, refusals: Iterable[Refusal]) -> list[Told]:
        """In words."""
        found = list(refusals)
        return told_all(found, names_in(self.roster, found))

    def could_take(self, duty: Id, *, limit: int = NEAR, without: Iterable[Id] = ()) -> list[Named]:
        """Whom no rule refuses, the best first."""
        left_out = set(without)
        found = [
            each
            for each in candidates(self.engine, duty, limit=limit + len(left_out))
            if each.officer not in left_out
        ]
        return self.named(found[:limit])

    def why_open(self, found: Open, names: Names | None = None) -> WhyOpen:
        """What the engine says of an open seat, in words."""
        nearest = found.nearest[:NEAR]
        names = names or names_in(self.roster, nearest)
        return WhyOpen(
            [(str(RULES.get(rule, rule.value)), count) for rule, count in found.refused.items()],
            [told(each, names) for each in nearest],
            found.hurdles == 1,
        )

    def named(self, found: list[Candidate]) -> list[Named]:
        """With their names."""
        names = names_of(self.roster.programme, duties=(), officers=[each.officer for each in found])
        return [Named(int(each.officer), names.officer(each.officer), each) for each in found]


def names_in(roster: Roster, refusals: Iterable[Refusal], *, also: Iterable[Id] = ()) -> Names:
    """Of everything that refusals speak of, and of further officers."""
    found = list(refusals)
    duties = {each.duty for each in found}
    duties |= {duty for each in found for cure in each.cures for duty in cure.duties}
    others = {each.numbers["other"] for each in found if "other" in each.numbers}
    officers = {each.officer for each in found} | others | set(also)
    return names_of(roster.programme, duties=duties | others, officers=officers)
