"""An instance and a roster as JSON again; keys that say nothing are left out, so that a generated game comes back as it was."""

from collections.abc import Iterable
from typing import Any

from jembatan.rostering.instance import Assignment, Duty, Id, Instance, Officer, Rules

USUAL = Rules()
ALWAYS = ("work", "spread", "rest", "days_in_7", "week_work")
FURTHER = ("minimum_age", "night_age", "lead_level", "handover")


def instance_document(instance: Instance) -> dict[str, Any]:
    """The instance as a document that `instance_of` reads."""
    rules = {name: getattr(instance.rules, name) for name in ALWAYS}
    rules |= {name: value for name in FURTHER if (value := getattr(instance.rules, name))}
    if instance.rules.night:
        rules["night"] = list(instance.rules.night)
    document: dict[str, Any] = {
        "days": instance.days,
        "travel": [list(row) for row in instance.travel],
        "rules": rules,
        "delegations": [
            {"id": each.id, "language": each.language, "size": each.size} for each in instance.delegations
        ],
        "duties": [_duty(each) for each in instance.duties],
        "officers": [_officer(each) for each in instance.officers],
    }
    further = {
        "locked": _pairs(instance.locked),
        "forbidden": _pairs(sorted(instance.forbidden, key=str)),
        "conflicts": [
            {"officer": officer, "delegation": delegation}
            for officer, delegation in sorted(instance.conflicts, key=str)
        ],
        "apart": _bonds(instance.apart),
        "together": _bonds(instance.together),
        "clock_changes": [list(each) for each in instance.clock_changes],
    }
    return document | {name: value for name, value in further.items() if value}


def assignments_document(assignments: Iterable[Assignment]) -> dict[str, Any]:
    """A roster as a document; of a team, the first has the level."""
    return {"assignments": _pairs(assignments)}


def _bonds(pairs: Iterable[frozenset[Id]]) -> list[list[Id]]:
    return sorted((sorted(pair, key=str) for pair in pairs), key=str)


def _pairs(assignments: Iterable[Assignment]) -> list[dict[str, Any]]:
    return [{"duty": each.duty, "officer": each.officer} for each in assignments]


def _duty(duty: Duty) -> dict[str, Any]:
    names = ("id", "delegation", "day", "start", "end", "place", "level", "officers", "priority", "language")
    document = {name: getattr(duty, name) for name in names}
    return document | {
        name: value for name in ("language_grade", "relieves") if (value := getattr(duty, name)) is not None
    }


def _officer(officer: Officer) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": officer.id,
        "languages": sorted(officer.languages),
        "employment": officer.employment,
        "days": sorted(officer.days),
        "window": list(officer.window),
        "level": officer.level,
    }
    wishes = {
        "delegations": sorted(officer.wishes.delegations, key=str),
        "days_off": sorted(officer.wishes.days_off),
    }
    further = {
        "grades": dict(officer.grades),
        "unavailable": [list(each) for each in officer.unavailable],
        "standby": sorted(officer.standby),
        "wishes": {name: value for name, value in wishes.items() if value},
    }
    document |= {name: value for name, value in further.items() if value}
    numbers = {"age": officer.age, "max_minutes": officer.max_minutes}
    return document | {name: value for name, value in numbers.items() if value is not None}
