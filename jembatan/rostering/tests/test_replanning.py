"""A duty moves, an officer is ill, somebody does not come: few changes, no broken rule, and who else could have stepped in."""

from jembatan.rostering.clocks import DAY
from jembatan.rostering.instance import Assignment
from jembatan.rostering.replanning import DutyMoved, NoShow, OfficerAway, Step, mend, replan, unfit
from jembatan.rostering.rules.judging import judge_all
from jembatan.rostering.rules.roster import Roster
from jembatan.rostering.tests.small import duty, instance, officer


def test_moved_duty_stays_with_its_officer_where_the_rules_allow_it() -> None:
    asked = instance([duty(1, 480), duty(2, 700)], [officer(1), officer(2)])
    given = [Assignment(1, 1), Assignment(2, 1)]
    moved = replan(asked, given, DutyMoved(duty=1, start=500, end=620))
    assert (moved.steps, moved.assignments) == ([], given)
    assert moved.instance.duty[1].start == 500


def test_moved_duty_goes_to_whoever_knows_the_delegation_and_works_that_day() -> None:
    asked = instance(
        [duty(1, 480), duty(2, 700), duty(3, 480)],
        [officer(1), officer(2), officer(3)],
        locked=(Assignment(1, 1),),
    )
    given = [Assignment(1, 1), Assignment(2, 1), Assignment(3, 3)]
    moved = replan(asked, given, DutyMoved(duty=1, start=690, end=810))
    assert moved.steps == [Step(1, leaves=1, takes=3)]
    assert [each.officer for each in moved.choices[0].candidates] == [3, 2]
    assert judge_all(Roster(moved.instance, moved.assignments)) == []


def test_ill_officer_is_replaced_by_the_one_on_standby() -> None:
    asked = instance(
        [duty(1, 480, day=2), duty(2, 480, day=3)],
        [officer(1), officer(2), officer(3, standby=frozenset({2}))],
    )
    ill = replan(asked, [Assignment(1, 1), Assignment(2, 1)], OfficerAway(1, 2 * DAY, 3 * DAY))
    assert ill.steps == [Step(1, leaves=1, takes=3)]
    assert Assignment(2, 1) in ill.assignments


def test_no_show_gives_the_rest_of_the_day_away_and_keeps_what_was() -> None:
    asked = instance([duty(1, 420, 60), duty(2, 500), duty(3, 640)], [officer(1), officer(2)])
    missed = replan(asked, [Assignment(n, 1) for n in (1, 2, 3)], NoShow(1, 2))
    assert missed.steps == [Step(2, leaves=1, takes=2), Step(3, leaves=1, takes=2)]
    assert Assignment(1, 1) in missed.assignments


def test_duty_is_passed_on_so_that_the_only_speaker_can_step_in() -> None:
    asked = instance(
        [duty(1, 480, language="fa"), duty(2, 500)],
        [officer(1, languages="fa"), officer(2, languages="en fa"), officer(3)],
    )
    ill = replan(asked, [Assignment(1, 1), Assignment(2, 2)], OfficerAway(1, 0, DAY))
    assert ill.steps == [Step(1, leaves=1, takes=2), Step(2, leaves=2, takes=3)]
    assert judge_all(Roster(ill.instance, ill.assignments)) == []
    locked = instance(list(asked.duties), list(asked.officers), locked=(Assignment(2, 2),))
    held = replan(locked, [Assignment(1, 1), Assignment(2, 2)], OfficerAway(1, 0, DAY))
    assert (held.steps, held.open) == ([Step(1, leaves=1, takes=None)], [1])


def test_rest_is_never_broken_for_a_change() -> None:
    asked = instance([duty(1, 480, day=1), duty(2, 1200, day=0)], [officer(1), officer(2)])
    ill = replan(asked, [Assignment(1, 1), Assignment(2, 2)], OfficerAway(1, 0, 2 * DAY))
    assert ill.open == [1]


def test_of_two_duties_that_moved_onto_each_other_the_urgent_one_stays() -> None:
    asked = instance([duty(1, 480), duty(2, 540, priority=3)], [officer(1), officer(2)])
    given = [Assignment(1, 1), Assignment(2, 1)]
    lost = unfit(Roster(asked, given), [1, 2])
    assert lost == [Assignment(1, 1)]
    assert mend(asked, [Assignment(2, 1)], lost).steps == [Step(1, leaves=1, takes=2)]
