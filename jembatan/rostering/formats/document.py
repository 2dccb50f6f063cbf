"""The instance as JSON: the shape of the generated games, with the further rules as optional keys."""

import json
from typing import Any

from jembatan.rostering.clocks import DAY
from jembatan.rostering.formats.consistency import look_at
from jembatan.rostering.formats.fields import Fields, as_id, as_interval, as_number, as_text
from jembatan.rostering.formats.problems import Problems
from jembatan.rostering.instance import (
    GRADES,
    Assignment,
    Delegation,
    Duty,
    Id,
    Instance,
    Officer,
    Rules,
    Wishes,
)

LONGEST = 366
MOST_PLACES = 2_000


def read_instance(text: str | bytes) -> Instance:
    """The instance in a JSON document; NotAnInstance when it is none, or contradicts itself."""
    problems = Problems()
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        problems.add(
            "the file", f"is no JSON ({error}).", "Write it anew; a text editor may have cut it off."
        )
        problems.stop()
    return instance_of(given)


def instance_of(given: Any) -> Instance:
    """The instance in a parsed document."""
    problems = Problems()
    fields = Fields(given, "", problems)
    instance = Instance(
        days=fields.number("days", least=1, most=LONGEST),
        travel=_travel(fields),
        rules=_rules(Fields(fields.given.get("rules", {}), "rules", problems)),
        delegations=tuple(_delegation(each) for each in fields.objects("delegations", needed=True)),
        duties=tuple(_duty(each) for each in fields.objects("duties", needed=True)),
        officers=tuple(_officer(each) for each in fields.objects("officers", needed=True)),
        locked=tuple(_assignment(each) for each in fields.objects("locked")),
        forbidden=frozenset(_assignment(each) for each in fields.objects("forbidden")),
        conflicts=frozenset(
            (each.id("officer"), each.id("delegation")) for each in fields.objects("conflicts")
        ),
        apart=frozenset(map(frozenset, fields.several("apart", _two_ids, "pairs of officers"))),
        together=frozenset(map(frozenset, fields.several("together", _two_ids, "pairs of officers"))),
        clock_changes=tuple(
            sorted(fields.several("clock_changes", _clock_change, "pairs, [minute, forward]"))
        ),
    )
    problems.stop()
    look_at(instance, problems)
    problems.stop()
    return instance


def read_assignments(text: str | bytes) -> list[Assignment]:
    """The assignments of a solution; NotAnInstance when it is none."""
    problems = Problems()
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        problems.add("the file", f"is no JSON ({error}).")
        problems.stop()
    found = [_assignment(each) for each in Fields(given, "", problems).objects("assignments", needed=True)]
    problems.stop()
    return found


def _two_ids(value: Any) -> tuple[Id, Id] | None:
    if not isinstance(value, list) or len(value) != 2 or value[0] == value[1]:
        return None
    one, other = as_id(value[0]), as_id(value[1])
    return None if one is None or other is None else (one, other)


def _clock_change(value: Any) -> tuple[int, int] | None:
    """No clock of the world changes by a day."""
    if not isinstance(value, list) or len(value) != 2:
        return None
    at, forward = map(as_number, value)
    return None if at is None or forward is None or at < 0 or abs(forward) >= DAY else (at, forward)


def _travel(fields: Fields) -> tuple[tuple[int, ...], ...]:
    rows = fields.several("travel", lambda row: row if isinstance(row, list) else None, "lists of minutes")
    if not rows:
        return ((0,),)
    if len(rows) > MOST_PLACES or any(len(row) != len(rows) for row in rows):
        fields.wrong("travel", "is not square.", "Give as many minutes in each row as there are rows.")
        return ((0,),)
    if any(as_number(each) is None or each < 0 for row in rows for each in row):
        fields.wrong(
            "travel", "holds something that is no number of minutes.", "Give whole numbers, 0 or more."
        )
        return ((0,),)
    return tuple(map(tuple, rows))


def _rules(fields: Fields) -> Rules:
    usual = Rules()
    limits = (
        "work",
        "spread",
        "rest",
        "days_in_7",
        "week_work",
        "minimum_age",
        "night_age",
        "lead_level",
        "handover",
    )
    return Rules(
        **{name: fields.number(name, getattr(usual, name), least=0) for name in limits},
        night=fields.interval("night") if _is_ordered(fields) else tuple(fields.given["night"]),
    )


def _is_ordered(fields: Fields) -> bool:
    """A night from 22:00 to 05:00 is written [1320, 300]: the one interval that may go backwards."""
    night = fields.given.get("night")
    if not isinstance(night, list) or len(night) != 2:
        return True
    return not all(as_number(each) is not None and 0 <= each <= DAY for each in night)


def _delegation(fields: Fields) -> Delegation:
    return Delegation(fields.id("id"), fields.text("language", "en"), fields.number("size", 0, least=0))


def _duty(fields: Fields) -> Duty:
    return Duty(
        id=fields.id("id"),
        delegation=fields.id("delegation"),
        day=fields.number("day", least=0),
        start=fields.number("start", least=0),
        end=fields.number("end", least=0),
        place=fields.number("place", 0, least=0),
        language=fields.text("language", "en"),
        level=fields.number("level", 0, least=0),
        officers=fields.number("officers", 1, least=1, most=500),
        priority=fields.number("priority", 1, least=0, most=100),
        language_grade=fields.grade("language_grade"),
        relieves=fields.id("relieves") if fields.given.get("relieves") is not None else None,
    )


def _officer(fields: Fields) -> Officer:
    window = fields.interval("window", (0, DAY)) or (0, DAY)
    wishes = fields.given.get("wishes")
    return Officer(
        id=fields.id("id"),
        languages=frozenset(fields.several("languages", as_text, "texts")),
        days=frozenset(fields.several("days", as_number, "days")),
        window=window,
        level=fields.number("level", 0, least=0),
        employment=fields.text("employment", "full"),
        grades=_grades(fields),
        age=fields.optional_number("age"),
        max_minutes=fields.optional_number("max_minutes"),
        unavailable=tuple(fields.several("unavailable", as_interval, "pairs of minutes, [from, until]")),
        standby=frozenset(fields.several("standby", as_number, "days")),
        wishes=_wishes(Fields(wishes, f"{fields.where}.wishes", fields.problems)) if wishes else Wishes(),
    )


def _grades(fields: Fields) -> dict[str, str]:
    given = fields.given.get("grades", {})
    if isinstance(given, dict) and all(grade in GRADES for grade in given.values()):
        return dict(given)
    fields.wrong("grades", "is no table of grades.", f"Give one of {', '.join(GRADES)} for each language.")
    return {}


def _wishes(fields: Fields) -> Wishes:
    return Wishes(
        frozenset(fields.several("delegations", as_id, "delegations")),
        frozenset(fields.several("days_off", as_number, "days")),
    )


def _assignment(fields: Fields) -> Assignment:
    return Assignment(fields.id("duty"), fields.id("officer"))
