"""Clocks change in a night: rest, work and spread are of the time that passes, days and hours those of the wall, in each of the three readings."""

from dataclasses import replace
from typing import Any

import pytest

from jembatan.rostering.checking.checked import check_roster
from jembatan.rostering.clocks import DAY, ClockChanges, midnight, on_the_wall, seen_between
from jembatan.rostering.formats.document import instance_of
from jembatan.rostering.formats.written import assignments_document, instance_document
from jembatan.rostering.instance import Assignment, Duty, Instance, Rules
from jembatan.rostering.replanning import NoShow, replan
from jembatan.rostering.rules.judging import judge
from jembatan.rostering.solving.solve import solve
from jembatan.rostering.tests.small import duty, instance, officer

FORWARD: ClockChanges = ((DAY + 120, 60),)
BACK: ClockChanges = ((DAY + 180, -60),)
"""In the night before day 1: at 02:00 it is 03:00, or at 03:00 it is 02:00."""


def _shown(changes: ClockChanges, id: int, day: int, hour: int, minutes: int = 120) -> Duty:
    """A duty that begins when clocks on the wall show the minute of the day, after they have changed."""
    before = sum(forward for _at, forward in changes) if day else 0
    return duty(id, hour - before, minutes, day=day)


def _three(asked: Instance, given: list[int]) -> tuple[list[str], list[str], int]:
    """What the engine refuses of the last one, what the checker finds, and how many places the solver leaves open."""
    pairs = [Assignment(each, 1) for each in given]
    engine = [refusal.rule.value for refusal in judge(asked, pairs[:-1], pairs[-1])]
    document = instance_document(asked)
    assert instance_of(document) == asked
    checker = [each.rule for each in check_roster(document, assignments_document(pairs)).violations]
    return engine, checker, solve(asked, rounds=1, workers=1, moves=2_000).figures.uncovered


@pytest.mark.parametrize(
    ("changes", "morning", "rules"),
    [
        ((), 540, []),
        ((), 539, ["rest"]),
        (FORWARD, 600, []),
        (FORWARD, 599, ["rest"]),
        (BACK, 480, []),
        (BACK, 479, ["rest"]),
    ],
)
def test_rest_is_the_time_that_passes(changes: ClockChanges, morning: int, rules: list[str]) -> None:
    """From 22:00 on, eleven hours."""
    duties = [duty(1, 1200), _shown(changes, 2, 1, morning)]
    asked = instance(duties, [officer(1)], clock_changes=changes)
    assert _three(asked, [1, 2]) == (rules, rules, len(rules))


@pytest.mark.parametrize(
    ("changes", "until", "rules"),
    [(FORWARD, 570, []), (FORWARD, 571, ["work"]), (BACK, 450, []), (BACK, 451, ["work"])],
)
def test_work_is_the_time_that_passes(changes: ClockChanges, until: int, rules: list[str]) -> None:
    """Eight hours from half past midnight, until clocks show so many minutes of the day."""
    ends = DAY + until - changes[0][1]
    asked = instance(
        [replace(duty(1, 30, day=1), end=ends)], [officer(1)], clock_changes=changes, rules=Rules(spread=700)
    )
    assert _three(asked, [1]) == (rules, rules, len(rules))


@pytest.mark.parametrize("changes", [(), FORWARD, BACK])
@pytest.mark.parametrize(
    ("who", "hour", "rules"),
    [
        ({"window": (480, 960)}, 480, []),
        ({"window": (480, 960)}, 840, []),
        ({"window": (480, 960)}, 479, ["window"]),
        ({"window": (480, 960)}, 841, ["window"]),
        ({"age": 17}, 300, []),
        ({"age": 17}, 299, ["night"]),
        ({"age": 17}, 1200, []),
        ({"age": 17}, 1201, ["night"]),
    ],
)
def test_hours_are_those_on_the_wall(
    changes: ClockChanges, who: dict[str, Any], hour: int, rules: list[str]
) -> None:
    night = Rules(night=(1320, 300), night_age=18)
    asked = instance([_shown(changes, 1, 1, hour)], [officer(1, **who)], rules=night, clock_changes=changes)
    assert _three(asked, [1]) == (rules, rules, len(rules))


def test_two_at_once_in_the_hour_that_clocks_show_twice() -> None:
    """The one ends when they show 02:30 at first, the other begins when they show 02:15 again."""
    first, again = duty(1, 60, 90, day=1), duty(2, 195, 60, day=1)
    asked = instance([first, again], [officer(1)], clock_changes=BACK)
    assert asked.hours(again) == (135, 195)
    assert _three(asked, [1, 2]) == ([], [], 0)


def test_minutes_days_and_the_wall() -> None:
    assert [on_the_wall(FORWARD, DAY + each) for each in (119, 120, 1379)] == [DAY + 119, DAY + 180, 2879]
    assert [on_the_wall(BACK, DAY + each) for each in (179, 180, 240)] == [DAY + 179, DAY + 120, DAY + 180]
    assert [midnight(FORWARD, day) for day in (0, 1, 2)] == [0, 1440, 2820]
    assert [midnight(BACK, day) for day in (0, 1, 2)] == [0, 1440, 2940]
    assert midnight(((DAY, 60),), 1) == DAY  # No clock shows midnight: the day begins at one.
    assert midnight(((DAY, -60),), 1) == DAY + 60  # The hour before midnight comes twice.
    assert seen_between(BACK, DAY + 150, DAY + 210) == (DAY + 120, DAY + 180)


def test_a_no_show_is_away_until_the_midnight_that_passes() -> None:
    duties = [duty(1, 600, day=1), _shown(FORWARD, 2, 1, 1260), _shown(FORWARD, 3, 2, 0)]
    asked = instance(
        duties, [officer(1), officer(2)], clock_changes=FORWARD, rules=Rules(rest=0, spread=1440)
    )
    done = replan(asked, [Assignment(each, 1) for each in (1, 2, 3)], NoShow(1, 1))
    assert sorted(each.duty for each in done.steps) == [1, 2]
