"""The checker finds each broken rule, written by hand, and nothing in a roster that keeps them."""

from typing import Any

import pytest

from jembatan.rostering.checking.checked import check_roster
from jembatan.rostering.checking.shifts import check_shifts

BASE = {"delegation": 0, "place": 0, "level": 0, "officers": 1, "priority": 2, "language": "en"}
WHO = {"languages": ["en"], "employment": "full", "days": list(range(16)), "window": [0, 1440], "level": 0}


def _duty(number: int, day: int, start: int, minutes: int = 120, **more: Any) -> dict[str, Any]:
    begin = day * 1440 + start
    return {"id": number, "day": day, "start": begin, "end": begin + minutes, **BASE, **more}


def _broken(
    duties: list[dict[str, Any]],
    *,
    who: dict[str, Any] | None = None,
    given: list[tuple[int, int]] | None = None,
    **more: Any,
) -> list[str]:
    """The rules that are broken when officer 1 does everything, unless `given` says otherwise."""
    instance = {
        "days": 16,
        "travel": [[0, 30], [30, 0]],
        "rules": {"work": 480, "spread": 600, "rest": 660, "days_in_7": 6, "week_work": 2880},
        "delegations": [{"id": 0, "language": "en", "size": 9}],
        "duties": duties,
        "officers": [{"id": 1, **WHO, **(who or {})}, {"id": 2, **WHO, "level": 2}],
        **more,
    }
    pairs = given if given is not None else [(duty["id"], 1) for duty in duties]
    solution = {"assignments": [{"duty": duty, "officer": officer} for duty, officer in pairs]}
    return [violation.rule for violation in check_roster(instance, solution).violations]


@pytest.mark.parametrize(
    ("duties", "rules"),
    [
        ([_duty(0, 0, 480), _duty(1, 0, 600)], []),
        ([_duty(0, 0, 480), _duty(1, 0, 599)], ["overlap"]),
        ([_duty(0, 0, 480), _duty(1, 0, 629, place=1)], ["travel"]),
        ([_duty(0, 0, 480), _duty(1, 0, 961)], ["spread"]),
        ([_duty(0, 0, 480, 240), _duty(1, 0, 720, 241)], ["work"]),
        ([_duty(0, 0, 1200), _duty(1, 1, 539)], ["rest"]),
        ([_duty(0, 0, 1200), _duty(1, 1, 540)], []),
        ([_duty(n, n + n // 6, 480) for n in range(12)], []),
        ([_duty(n, n, 480) for n in range(7)], ["days_in_7"]),
        ([_duty(0, 0, 480, language="fa")], ["language"]),
        ([_duty(0, 0, 480, level=1)], ["level"]),
        ([_duty(0, 0, 1400, 400)], []),
        ([_duty(0, 0, 1400, 401)], ["window"]),
        ([_duty(0, 0, 480, language_grade="B2")], ["grade"]),
    ],
)
def test_one_officer_who_does_everything(duties: list[dict[str, Any]], rules: list[str]) -> None:
    assert _broken(duties) == rules


@pytest.mark.parametrize(
    ("who", "more", "rules"),
    [
        ({"days": [1]}, {}, ["day"]),
        ({"window": [481, 960]}, {}, ["window"]),
        ({"window": [480, 599]}, {}, ["window"]),
        ({"unavailable": [[599, 700]]}, {}, ["unavailable"]),
        ({"max_minutes": 119}, {}, ["max_minutes"]),
        ({}, {"rules": {"minimum_age": 18}}, ["age"]),
        ({"age": 17}, {"rules": {"night": [580, 700], "night_age": 18}}, ["night"]),
        ({"age": 17}, {"rules": {"night": [1320, 480], "night_age": 18}}, []),
        ({"age": 17}, {"rules": {"night": [1320, 481], "night_age": 18}}, ["night"]),
        ({}, {"rules": {"week_work": 100}}, ["week_work"] * 7),
        ({}, {"conflicts": [{"officer": 1, "delegation": 0}]}, ["conflict"]),
        ({}, {"forbidden": [{"officer": 1, "duty": 0}]}, ["forbidden"]),
        ({}, {"locked": [{"officer": 2, "duty": 0}]}, ["locked"]),
    ],
)
def test_one_duty_for_one_officer(who: dict[str, Any], more: dict[str, Any], rules: list[str]) -> None:
    assert _broken([_duty(0, 0, 480)], who=who, **more) == rules


@pytest.mark.parametrize(
    ("given", "more", "rules"),
    [
        ([(0, 2), (0, 1)], {}, []),
        ([(0, 1), (0, 2)], {}, ["level"]),
        ([(0, 2), (0, 2)], {}, ["twice", "overlap"]),
        ([(0, 2), (0, 1), (0, 2)], {}, ["twice", "too_many", "overlap"]),
        ([(0, 2), (0, 1)], {"apart": [[1, 2]]}, ["apart"]),
        ([(0, 2)], {"together": [[1, 2]]}, ["together"]),
        ([(0, 2), (0, 1)], {"together": [[1, 2]]}, []),
        ([(0, 3)], {}, ["unknown"]),
    ],
)
def test_teams(given: list[tuple[int, int]], more: dict[str, Any], rules: list[str]) -> None:
    assert _broken([_duty(0, 0, 480, officers=2, level=2)], given=given, **more) == rules


def test_open_places_are_weighted_by_priority() -> None:
    instance = {"travel": [[0]], "duties": [_duty(0, 0, 480, officers=2, priority=3)], "officers": []}
    found = check_roster(instance, {"assignments": []})
    assert (found.uncovered, found.open_places, found.violations) == (6, 2, [])


@pytest.mark.parametrize(
    ("given", "rules", "uncovered"),
    [
        ([(0, 0), (1, 1)], [], 0),
        ([(0, 0), (1, 0)], ["overlap"], 0),
        ([(0, 1)], ["qualification"], 1),
        ([(0, 0), (0, 0), (1, 1)], ["too_many", "overlap"], 0),
        ([(5, 0)], ["unknown"], 2),
    ],
)
def test_shifts(given: list[tuple[int, int]], rules: list[str], uncovered: int) -> None:
    text = "Type = 1\nJobs = 2\n0 10\n5 15\nQualifications = 2\n2: 0 1\n1: 1\n"
    found = check_shifts(text, {"assignments": [{"duty": task, "officer": who} for task, who in given]})
    assert ([each.rule for each in found.violations], found.uncovered) == (rules, uncovered)
