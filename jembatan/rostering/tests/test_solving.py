"""What is known of small instances by reasoning is found, and whatever the solver makes passes the checker."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.rostering.checking.checked import Checked, check_roster
from jembatan.rostering.clocks import DAY
from jembatan.rostering.formats.written import assignments_document, instance_document
from jembatan.rostering.instance import Assignment, Delegation, Duty, Instance, Officer, Rules
from jembatan.rostering.solving.bounds import bound_of
from jembatan.rostering.solving.grid import grid_of
from jembatan.rostering.solving.openings import least_open
from jembatan.rostering.solving.solve import Figures, Solved, solve
from jembatan.rostering.tests.small import duty, instance, officer


def _solved(asked: Instance, *, rounds: int = 2, workers: int = 1) -> Solved:
    return solve(asked, rounds=rounds, workers=workers)


def _checked(asked: Instance, solved: Solved) -> Checked:
    return check_roster(instance_document(asked), assignments_document(solved.assignments))


def test_least_days_then_least_strangers() -> None:
    """Two delegations of three duties each, one after the other: two officers, one for each."""
    duties = [duty(n, 480 + 150 * (n % 3), 150, delegation=n // 3) for n in range(6)]
    asked = instance(duties, [officer(n) for n in range(6)])
    solved = _solved(asked)
    assert solved.figures == Figures(uncovered=0, officer_days=2, pairs=2, officers=2)
    assert _checked(asked, solved).violations == []


def test_work_is_shared_evenly_where_no_day_and_no_stranger_is_saved() -> None:
    """Every day a long duty and a short one at the same hour: both officers come each day, and take turns."""
    duties = [duty(2 * day + long, 480, 60 + 360 * long, day=day) for day in range(6) for long in (0, 1)]
    solved = _solved(instance(duties, [officer(1, days=6), officer(2, days=6)]), rounds=4)
    long_ones = Counter(each.officer for each in solved.assignments if each.duty % 2)
    assert (solved.figures.officer_days, long_ones) == (12, {1: 3, 2: 3})


def test_scarce_speaker_is_kept_for_the_scarce_language() -> None:
    """At the same hour; the first to be built would be the English one if the order were that of the list."""
    duties = [duty(1, 480), duty(2, 480, language="fa")]
    solved = _solved(instance(duties, [officer(1, languages="en fa"), officer(2)]))
    assert solved.assignments == [Assignment(1, 2), Assignment(2, 1)]


def test_priority_decides_what_stays_open() -> None:
    solved = _solved(instance([duty(1, 480, priority=1), duty(2, 500, priority=3)], [officer(1)]))
    assert (solved.assignments, solved.figures.uncovered) == ([Assignment(2, 1)], 1)


def test_seventh_day_in_a_row_needs_another_officer() -> None:
    asked = instance([duty(n, 480, day=n) for n in range(7)], [officer(1), officer(2)])
    solved = _solved(asked)
    assert (solved.figures.uncovered, solved.figures.officers) == (0, 2)


def test_lead_comes_first_and_a_team_is_not_begun_without_one() -> None:
    team = duty(1, 480, level=2, officers=2)
    assert _solved(instance([team], [officer(1), officer(2, level=2)])).assignments == [
        Assignment(1, 2),
        Assignment(1, 1),
    ]
    without = _solved(instance([team], [officer(1), officer(2)]))
    assert (without.assignments, without.figures.uncovered) == ([], 2)


def test_what_is_locked_stays_and_the_rest_goes_around_it() -> None:
    asked = instance([duty(1, 480), duty(2, 500)], [officer(1), officer(2)], locked=(Assignment(1, 2),))
    assert _solved(asked).assignments == [Assignment(1, 2), Assignment(2, 1)]


@pytest.mark.parametrize(("day", "beside"), [(-1, 0), (16, 15)])
def test_a_duty_outside_the_programme_is_on_its_own_day(day: int, beside: int) -> None:
    """Somebody was put on it for all that: it is read as none of the programme's days, and asks for rest beside it."""
    outside = duty(1, 1200, 120, day=day) if day < 0 else duty(1, 480, day=day)
    near = duty(2, 480, day=beside) if day < 0 else duty(2, 1200, day=beside)
    asked = instance(
        [outside, near, duty(3, 480, day=15 - beside)],
        [officer(1)],
        locked=(Assignment(1, 1),),
    )
    solved = _solved(asked)
    assert solved.assignments == [Assignment(1, 1), Assignment(3, 1)]
    assert [each.rule for each in _checked(asked, solved).violations] == ["day"]
    assert bound_of(asked, seconds=1).officer_days == 2


def test_standing_roster_is_where_the_search_begins() -> None:
    asked = instance([duty(1, 480), duty(2, 620)], [officer(1), officer(2)])
    solved = solve(asked, rounds=0, workers=1, start=[Assignment(1, 2), Assignment(2, 2)])
    assert solved.assignments == [Assignment(1, 2), Assignment(2, 2)]


@pytest.mark.parametrize(
    "asked", [instance([], []), instance([duty(1, 480)], []), instance([], [officer(1)])]
)
def test_nothing_to_do_or_nobody_to_do_it_is_a_roster(asked: Instance) -> None:
    assert _solved(asked).assignments == []


def test_same_seed_gives_the_same_roster() -> None:
    asked = instance(
        [duty(n, 360 + 97 * n % 700, 90, day=n % 4, delegation=n % 3) for n in range(40)],
        [officer(n) for n in range(12)],
    )
    assert _solved(asked, workers=2).assignments == _solved(asked, workers=2).assignments


LANGUAGES = ("en", "fa")


def _duties(draw: st.DrawFn) -> list[Duty]:
    duties = []
    for number in range(draw(st.integers(1, 14))):
        day, start = draw(st.integers(0, 3)), draw(st.integers(0, 95)) * 15
        begin = day * DAY + start
        duties.append(
            Duty(
                id=number,
                delegation=draw(st.integers(0, 2)),
                day=day,
                start=begin,
                end=begin + draw(st.sampled_from([60, 120, 240])),
                place=draw(st.integers(0, 1)),
                language=draw(st.sampled_from(LANGUAGES)),
                level=draw(st.integers(0, 1)),
                officers=draw(st.integers(1, 2)),
                language_grade=draw(st.sampled_from([None, None, "B1"])),
            )
        )
    return duties


@st.composite
def games(draw: st.DrawFn) -> Instance:
    """Small and full of rules."""
    duties = _duties(draw)
    numbers = range(draw(st.integers(1, 6)))
    officers = [
        Officer(
            id=number,
            languages=frozenset(draw(st.sets(st.sampled_from(LANGUAGES), min_size=1))),
            days=frozenset(draw(st.sets(st.integers(0, 3)))),
            window=draw(st.sampled_from([(0, 1440), (300, 960), (600, 1440)])),
            level=draw(st.integers(0, 2)),
            grades=draw(st.sampled_from([{}, {"en": "B2", "fa": "A2"}])),
            age=draw(st.sampled_from([None, 17, 30])),
            max_minutes=draw(st.sampled_from([None, 300])),
            unavailable=draw(st.sampled_from([(), ((600, 900),)])),
        )
        for number in numbers
    ]
    rules = draw(
        st.sampled_from(
            [Rules(), Rules(days_in_7=2, week_work=600), Rules(lead_level=1, night=(1200, 360), night_age=18)]
        )
    )
    pairs = [frozenset((a, b)) for a in numbers for b in numbers if a < b]
    return Instance(
        days=4,
        travel=((0, 30), (45, 0)),
        delegations=tuple(map(Delegation, range(3))),
        duties=tuple(duties),
        officers=tuple(officers),
        rules=rules,
        conflicts=frozenset(
            draw(st.sets(st.tuples(st.sampled_from(numbers), st.integers(0, 2)), max_size=2))
        ),
        forbidden=frozenset(
            Assignment(a, b)
            for a, b in draw(
                st.sets(st.tuples(st.integers(0, len(duties) - 1), st.sampled_from(numbers)), max_size=2)
            )
        ),
        apart=frozenset(draw(st.sets(st.sampled_from(pairs), max_size=2)) if pairs else ()),
        together=frozenset(draw(st.sets(st.sampled_from(pairs), max_size=2)) if pairs else ()),
        clock_changes=draw(st.sampled_from([(), ((DAY + 120, 60),), ((DAY + 180, -60),)])),
    )


def test_who_always_works_together_is_seated_together() -> None:
    asked = instance(
        [duty(n, 480 + 130 * n, officers=2) for n in range(3)] + [duty(9, 480, officers=1)],
        [officer(n) for n in range(5)],
        together=frozenset({frozenset({1, 3})}),
    )
    solved = solve(asked, rounds=1, workers=1, moves=3_000)
    assert (solved.figures.uncovered, solved.figures.officers) == (0, 3)
    assert _checked(asked, solved).violations == []
    assert {each.officer for each in solved.assignments if each.duty == 0} == {1, 3}


@settings(max_examples=60)
@given(games())
def test_whatever_is_solved_passes_the_checker(asked: Instance) -> None:
    solved = solve(asked, rounds=1, workers=1, moves=3_000)
    found = _checked(asked, solved)
    assert found.violations == []
    assert (found.uncovered, found.objective["officer_days"]) == (
        solved.figures.uncovered,
        solved.figures.officer_days,
    )
    priorities = np.array([duty.priority for duty in asked.duties for _place in range(duty.officers)])
    assert least_open(asked, grid_of(asked), priorities, lambda: True) <= found.uncovered
