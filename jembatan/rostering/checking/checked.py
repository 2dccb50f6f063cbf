"""Whether a roster keeps the rules, found out from the two documents alone: nothing here is used by, or uses, what makes rosters."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from jembatan.rostering.checking.days import look_at_days
from jembatan.rostering.checking.people import look_at_people


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that is broken, by whom and where, in a sentence."""

    rule: str
    what: str
    officer: Any = None
    duty: Any = None


@dataclass(slots=True)
class Checked:
    """What was found: broken rules, open places (weighted by priority, and as they are), and the aims' figures."""

    violations: list[Violation] = field(default_factory=list)
    uncovered: int = 0
    open_places: int = 0
    objective: dict[str, int] = field(default_factory=dict)


def check_roster(instance: dict[str, Any], solution: dict[str, Any]) -> Checked:
    """Look at every assignment, day, week and team."""
    duties = {duty["id"]: duty for duty in instance["duties"]}
    officers = {officer["id"]: officer for officer in instance["officers"]}
    found = Checked()

    def note(rule: str, what: str, officer: Any = None, duty: Any = None) -> None:
        found.violations.append(Violation(rule, what, officer, duty))

    teams: dict[Any, list[Any]] = defaultdict(list)
    work: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for each in solution["assignments"]:
        duty, officer = duties.get(each["duty"]), officers.get(each["officer"])
        if duty is None or officer is None:
            note("unknown", f"There is no duty {each['duty']!r} or no officer {each['officer']!r}.")
            continue
        teams[duty["id"]].append(officer["id"])
        work[officer["id"]].append(duty)
    for duty_id, duty in duties.items():
        missing = duty.get("officers", 1) - len(set(teams[duty_id]))
        found.open_places += max(missing, 0)
        found.uncovered += max(missing, 0) * duty.get("priority", 1)
    look_at_people(instance, duties, officers, teams, note)
    for officer_id, done in work.items():
        look_at_days(instance, officers[officer_id], done, note)
    for each in instance.get("locked", []):
        if each["officer"] not in teams[each["duty"]]:
            note(
                "locked",
                f"Duty {each['duty']!r} was {each['officer']!r}'s to keep.",
                each["officer"],
                each["duty"],
            )
    found.objective = {
        "officer_days": sum(len({duty["day"] for duty in done}) for done in work.values()),
        "pairs": sum(len({duty["delegation"] for duty in done}) for done in work.values()),
        "officers": len(work),
    }
    return found
