"""Each rule refuses what it must, tells the numbers and what would cure it, and nothing else does."""

from typing import Any

import pytest

from jembatan.rostering.instance import Assignment, Duty, Rules, Wishes
from jembatan.rostering.rules.judging import judge, judge_all, judge_handing_over, judge_swap
from jembatan.rostering.rules.ranking import ahead, candidates, explain_open
from jembatan.rostering.rules.refusals import Remedy
from jembatan.rostering.rules.roster import Roster
from jembatan.rostering.tests.small import duty, instance, officer

NIGHT = Rules(night=(1320, 300), night_age=21, work=1020, spread=1020)


def _refused(
    held: list[Duty], asked: Duty, *, rules: Rules | None = None, **who: Any
) -> dict[str, dict[str, Any]]:
    given = instance([*held, asked], [officer(7, **who)], rules=rules or Rules())
    told = judge(given, [Assignment(each.id, 7) for each in held], Assignment(asked.id, 7))
    return {refusal.rule.value: dict(refusal.numbers) for refusal in told}


@pytest.mark.parametrize(
    ("held", "asked", "told"),
    [
        ([], duty(9, 480), {}),
        ([], duty(9, 480, language="fa"), {"language": {"asked": "fa", "speaks": ("en",)}}),
        ([], duty(9, 480, level=2), {"level": {"asked": 2, "level": 0, "officers": 1}}),
        ([], duty(9, 480, day=15), {}),
        ([], duty(9, 480, 481), {"work": {"most": 480, "minutes": 481}}),
        ([duty(1, 480)], duty(9, 600), {}),
        ([duty(1, 480)], duty(9, 599), {"overlap": {"other": 1}}),
        ([duty(1, 480)], duty(9, 629, place=1), {"travel": {"other": 1, "asked": 30, "there_is": 29}}),
        ([duty(1, 480)], duty(9, 630, place=1), {}),
        ([duty(1, 480)], duty(9, 960), {}),
        ([duty(1, 480)], duty(9, 961), {"spread": {"most": 600, "minutes": 601}}),
        ([duty(1, 480, 240)], duty(9, 720, 240), {}),
        ([duty(1, 480, 240)], duty(9, 720, 241), {"work": {"most": 480, "minutes": 481}}),
        ([duty(1, 1200)], duty(9, 540, day=1), {}),
        ([duty(1, 1200)], duty(9, 539, day=1), {"rest": {"other": 1, "asked": 660, "there_is": 659}}),
        ([duty(1, 539, day=2)], duty(9, 1200, day=1), {"rest": {"other": 1, "asked": 660, "there_is": 659}}),
        ([duty(day, 480, day=day) for day in range(6)], duty(9, 480, day=7), {}),
        (
            [duty(day, 480, day=day) for day in range(6)],
            duty(9, 480, day=6),
            {"days_in_7": {"most": 6, "days": 7, "first": 0}},
        ),
        ([duty(day, 480, day=day) for day in range(6)], duty(9, 600, day=5), {}),
    ],
)
def test_days_refuse(held: list[Duty], asked: Duty, told: dict[str, Any]) -> None:
    assert _refused(held, asked) == told


@pytest.mark.parametrize(
    ("asked", "rules", "who", "told"),
    [
        (duty(9, 480, day=3), None, {"days": 3}, {"day": {"day": 3}}),
        (
            duty(9, 480),
            None,
            {"window": (490, 960)},
            {"window": {"opens": 490, "closes": 960, "early": 10, "late": 0}},
        ),
        (
            duty(9, 900),
            None,
            {"window": (300, 960)},
            {"window": {"opens": 300, "closes": 960, "early": 0, "late": 60}},
        ),
        (duty(9, 1400, 180), None, {}, {}),
        (duty(9, 480), None, {"unavailable": ((0, 481),)}, {"unavailable": {"from": 0, "until": 481}}),
        (duty(9, 480), None, {"unavailable": ((600, 700), (0, 480))}, {}),
        (duty(9, 480), Rules(minimum_age=18), {"age": 17}, {"age": {"asked": 18, "age": 17}}),
        (duty(9, 480), Rules(minimum_age=18), {}, {"age": {"asked": 18, "age": ""}}),
        (duty(9, 1300), NIGHT, {"age": 20}, {"night": {"asked": 21, "age": 20}}),
        (duty(9, 240), NIGHT, {"age": 20}, {"night": {"asked": 21, "age": 20}}),
        (duty(9, 300, 1020), NIGHT, {"age": 20}, {}),
        (
            duty(9, 480, language_grade="B2"),
            None,
            {"grades": {"en": "B1"}},
            {"grade": {"language": "en", "asked": "B2", "grade": "B1"}},
        ),
        (duty(9, 480, language_grade="B2"), None, {"grades": {"en": "C1"}}, {}),
        (duty(9, 480), None, {"max_minutes": 119}, {"max_minutes": {"most": 119, "minutes": 120}}),
        (
            duty(9, 480, officers=2),
            Rules(lead_level=1),
            {},
            {"level": {"asked": 1, "level": 0, "officers": 2}},
        ),
    ],
)
def test_person_is_refused(
    asked: Duty, rules: Rules | None, who: dict[str, Any], told: dict[str, Any]
) -> None:
    assert _refused([], asked, rules=rules, **who) == told


def test_week_of_long_days_is_refused() -> None:
    held = [duty(day, 480, 400, day=day) for day in range(4)]
    assert _refused(held, duty(9, 480, 401, day=6), rules=Rules(week_work=2000)) == {
        "week_work": {"most": 2000, "minutes": 2001, "first": 0}
    }


def test_team_needs_its_lead_first_and_two_different_people() -> None:
    given = instance([duty(1, 480, level=2, officers=2)], [officer(1), officer(2, level=2), officer(3)])
    lead = [Assignment(1, 2)]
    [refusal] = judge(given, [], Assignment(1, 1))
    assert (refusal.rule, refusal.cures[0].remedy) == ("level", Remedy.LEAD_FIRST)
    assert judge(given, lead, Assignment(1, 1)) == []
    assert [each.rule for each in judge(given, lead, Assignment(1, 2))] == ["twice"]
    assert [each.rule for each in judge(given, [*lead, Assignment(1, 3)], Assignment(1, 1))] == ["full"]


def test_people_and_delegations_are_kept_apart() -> None:
    given = instance(
        [duty(1, 480, officers=2), duty(2, 480, delegation=5)],
        [officer(1), officer(2)],
        apart=frozenset({frozenset({1, 2})}),
        conflicts=frozenset({(1, 5)}),
        forbidden=frozenset({Assignment(1, 2)}),
    )
    assert [each.rule for each in judge(given, [Assignment(1, 1)], Assignment(1, 2))] == [
        "apart",
        "forbidden",
    ]
    assert [each.rule for each in judge(given, [], Assignment(2, 1))] == ["conflict"]


def test_partners_keep_a_place_for_each_other_unless_one_is_away() -> None:
    def told(team: list[int], who: int, **second: Any) -> list[tuple[str, Any, Any]]:
        given = instance(
            [duty(1, 480, officers=2), duty(2, 480)],
            [officer(1), officer(2, **second), officer(3)],
            together=frozenset({frozenset({1, 2})}),
        )
        assert judge(given, [], Assignment(2, 1)) == []  # A duty for one binds nobody.
        found = judge(given, [Assignment(1, each) for each in team], Assignment(1, who))
        return [(each.rule.value, each.numbers["other"], each.numbers["why"]) for each in found]

    assert (told([], 1), told([1], 2), told([1], 3, unavailable=((0, 900),))) == ([], [], [])
    assert told([1], 3) == [("together", 2, "kept")]
    assert told([3], 1) == [("together", 2, "no_place")]
    assert told([], 1, languages="fa") == [("together", 2, "cannot")]
    assert told([], 1, unavailable=((0, 900),)) == []


def test_cure_of_travel_and_rest_is_the_least_move() -> None:
    given = instance([duty(1, 480), duty(2, 610, place=1)], [officer(1)])
    [refusal] = judge(given, [Assignment(1, 1)], Assignment(2, 1))
    assert [(cure.remedy, cure.minutes, cure.duties) for cure in refusal.cures] == [
        ("later", 20, ()),
        ("release", 0, (1,)),
    ]


def test_swap_is_judged_as_one_step_and_leaves_the_roster_alone() -> None:
    given = instance(
        [duty(1, 480), duty(2, 500), duty(3, 560, language="fa")], [officer(1), officer(2, languages="en fa")]
    )
    roster = Roster(given, [Assignment(1, 1), Assignment(2, 2)])
    before = roster.assignments()
    assert judge_swap(roster, *before) == []
    assert [each.rule for each in judge_handing_over(roster, before[0], 2)] == ["overlap"]
    assert roster.assignments() == before
    assert judge_all(roster) == []
    roster.add(Assignment(3, 1))
    assert [each.rule for each in judge_all(roster)] == ["overlap", "language", "overlap"]


def test_candidates_come_with_reasons_the_best_first() -> None:
    given = instance(
        [duty(1, 480), duty(2, 600), duty(3, 600, delegation=1)],
        [
            officer(1, languages="en fa"),
            officer(2),
            officer(3),
            officer(4, standby=frozenset({0})),
            officer(5, wishes=Wishes(delegations=frozenset({0}))),
            officer(6, days=0),
        ],
    )
    roster = Roster(given, [Assignment(1, 2), Assignment(3, 3)])
    found = candidates(roster, 2)
    assert [each.officer for each in found] == [4, 2, 5, 1]
    assert (found[1].knows, found[1].works_that_day) == (1, True)
    assert [ahead(found[n], found[n + 1]) for n in range(3)] == ["standby", "knows_and_works", "wished"]
    assert ahead(found[1], found[0]) is None
    told = explain_open(roster, 2)
    assert told.refused == {"overlap": 1, "day": 1}
    assert ([each.officer for each in told.nearest], told.hurdles) == ([3, 6], 1)
