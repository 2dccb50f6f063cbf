"""The checker's half that looks at who is put on what: teams, languages, levels, ages, windows, conflicts."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

SCALE = ["A1", "A2", "B1", "B2", "C1", "C2"]


def look_at_people(
    instance: dict[str, Any],
    duties: dict[Any, dict[str, Any]],
    officers: dict[Any, dict[str, Any]],
    teams: dict[Any, list[Any]],
    note: Callable[..., None],
) -> None:
    """Tell `note` of every team, and every officer in one, that breaks a rule."""
    apart = [set(pair) for pair in instance.get("apart", [])]
    together = [set(pair) for pair in instance.get("together", [])]
    lead_level = instance.get("rules", {}).get("lead_level", 0)
    conflicts = {(each["officer"], each["delegation"]) for each in instance.get("conflicts", [])}
    forbidden = {(each["duty"], each["officer"]) for each in instance.get("forbidden", [])}
    for duty_id, team in teams.items():
        duty = duties[duty_id]
        asked = duty.get("officers", 1)
        if len(team) != len(set(team)):
            note("twice", f"Duty {duty_id!r} has one officer twice.", None, duty_id)
        if len(team) > asked:
            note("too_many", f"Duty {duty_id!r} asks for {asked} and has {len(team)}.", None, duty_id)
        level = max(duty.get("level", 0), lead_level if asked > 1 else 0)
        if team and officers[team[0]].get("level", 0) < level:
            note(
                "level",
                f"The first officer of duty {duty_id!r} has less than level {level}.",
                team[0],
                duty_id,
            )
        for pair in apart:
            if pair <= set(team):
                note("apart", f"Duty {duty_id!r} has two officers who are kept apart.", None, duty_id)
        for pair in together if asked > 1 else []:
            if len(pair & set(team)) == 1 and not _is_away(officers[(pair - set(team)).pop()], duty):
                (alone,) = pair & set(team)
                what = f"Duty {duty_id!r} has one of two officers who always work together."
                note("together", what, alone, duty_id)
        for officer_id in team:
            if (officer_id, duty["delegation"]) in conflicts:
                note(
                    "conflict", f"Officer {officer_id!r} must not serve this delegation.", officer_id, duty_id
                )
            if (duty_id, officer_id) in forbidden:
                note(
                    "forbidden",
                    f"Officer {officer_id!r} must not take duty {duty_id!r}.",
                    officer_id,
                    duty_id,
                )
            _look_at_one(instance, duty, officers[officer_id], note)


def _look_at_one(
    instance: dict[str, Any], duty: dict[str, Any], officer: dict[str, Any], note: Callable[..., None]
) -> None:
    def broken(rule: str, what: str) -> None:
        note(rule, f"Officer {officer['id']!r}, duty {duty['id']!r}: {what}", officer["id"], duty["id"])

    language = duty.get("language", "en")
    if language not in officer["languages"]:
        broken("language", f"does not speak {language}.")
    if wanted := duty.get("language_grade"):
        has = officer.get("grades", {}).get(language)
        if has is None or SCALE.index(has) < SCALE.index(wanted):
            broken("grade", f"{wanted} is asked, the grade is {has}.")
    if duty["day"] not in officer["days"]:
        broken("day", f"does not work on day {duty['day']}.")
    hours = _hours(instance, duty)
    start, end = min(hours), max(hours) + 1
    opens, closes = officer.get("window", (0, 1440))
    if start < opens or end > (1800 if closes == 1440 else closes):
        broken("window", f"{start} to {end} is not within {opens} to {closes}.")
    if _is_away(officer, duty):
        broken("unavailable", f"cannot at that time: {officer['unavailable']}.")
    rules, age = instance.get("rules", {}), officer.get("age")
    if rules.get("minimum_age", 0) > (-1 if age is None else age) and rules.get("minimum_age"):
        broken("age", "is too young, or their age is not known.")
    of_age = age is not None and age >= rules.get("night_age", 0)
    if rules.get("night_age") and not of_age and _touches_night(rules.get("night"), hours):
        broken("night", "is too young for the night, or their age is not known.")


def _is_away(officer: dict[str, Any], duty: dict[str, Any]) -> bool:
    return any(
        since < duty["end"] and duty["start"] < until for since, until in officer.get("unavailable", [])
    )


def _hours(instance: dict[str, Any], duty: dict[str, Any]) -> Sequence[int]:
    """Each minute as a clock on the wall shows it, from the midnight of the duty's day; set forward or back whenever that is due."""
    first = 1440 * duty["day"]
    shown = range(duty["start"] - first, duty["end"] - first)
    changes = instance.get("clock_changes", [])
    if not changes:
        return shown
    return [each + sum(by for at, by in changes if each + first >= at) for each in shown]


def _touches_night(night: list[int] | None, minutes: Iterable[int]) -> bool:
    """Minute by minute, as a clock would tell."""
    if night is None:
        return False
    evening, morning = night
    for minute in minutes:
        clock = minute % 1440
        if evening <= clock < morning or (evening >= morning and (clock >= evening or clock < morning)):
            return True
    return False
