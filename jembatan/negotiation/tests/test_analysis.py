"""The analysis held to every package looked at one by one, and to what it may cost."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from jembatan.negotiation.analysis import folding
from jembatan.negotiation.analysis.analyse import analyse
from jembatan.negotiation.analysis.efficient import _kept_by_boxes, _kept_in_order, efficient
from jembatan.negotiation.analysis.problem import Issue, NotAnalysable, Party, Problem, at_time, problem
from jembatan.negotiation.tests import brute
from jembatan.negotiation.tests.problems import by_lot, small_problems


@settings(deadline=None, max_examples=200)
@given(small_problems())
def test_frontier_is_what_looking_at_every_package_finds(given_problem: Problem) -> None:
    found = analyse(given_problem)
    packages = [found.frontier.package(column) for column in range(found.utilities.shape[1])]
    every = brute.every(given_problem)
    wanted = brute.frontier(given_problem)
    exactly = [every[package] for package in packages]
    if not found.rounded:
        assert (len(exactly), set(exactly)) == (len(wanted), wanted)
    for package, column in zip(packages, found.utilities.T, strict=True):
        assert np.allclose([float(each) for each in every[package]], column, rtol=0, atol=1e-12)
    for point in wanted:
        short = [max(float(a - b) for a, b in zip(point, other, strict=True)) for other in exactly]
        assert min(short) <= max(found.errors)


@settings(deadline=None, max_examples=200)
@given(small_problems())
def test_fair_points_are_the_best_of_every_package(given_problem: Problem) -> None:
    found = analyse(given_problem)
    every = brute.every(given_problem)
    nash, kalai = found.point(found.points.nash), found.point(found.points.kalai)
    product, share = brute.nash(given_problem), brute.kalai(given_problem)
    assert (nash is None, kalai is None) == (product is None, share is None)
    floors = [party.reservation for party in given_problem.parties]
    if nash is not None and product is not None:
        own = Fraction(1)
        for value, floor in zip(every[nash.package], floors, strict=True):
            own *= value - floor
        assert float(own) == pytest.approx(float(product), abs=1e-12)
    utilitarian = found.point(found.points.utilitarian)
    assert utilitarian is not None
    best = max(float(sum(point)) for point in every.values())
    assert float(sum(every[utilitarian.package])) == pytest.approx(best, abs=1e-8)


@settings(deadline=None, max_examples=100)
@given(small_problems())
def test_kalai_smorodinsky_gives_the_least_share_the_most(given_problem: Problem) -> None:
    found = analyse(given_problem)
    point, share = found.point(found.points.kalai), brute.kalai(given_problem)
    if point is None or share is None:
        assert found.points.kalai is None
        return
    floors = [float(party.reservation) for party in given_problem.parties]
    acceptable = [
        column
        for column in found.utilities.T
        if all(a >= b - 1e-15 for a, b in zip(column, floors, strict=True))
    ]
    best = np.array(acceptable).max(axis=0) - floors
    gains = np.array(point.utilities) - floors
    counted = best > 0
    least = (gains[counted] / best[counted]).min() if counted.any() else 0.0
    assert least == pytest.approx(float(share), abs=1e-6)


def test_equal_sums_are_ties_though_floating_numbers_differ() -> None:
    tenths = tuple(Fraction(value, 10) for value in (1, 2, 3))
    issues = [Issue("a", ("1", "2", "3")), Issue("b", ("1", "2", "3"))]
    against = tuple(-value for value in tenths)
    found = analyse(problem(issues, [Party("we", (tenths, tenths)), Party("they", (against, against))]))
    assert (found.exact, found.rounded, found.utilities.shape[1]) == (True, False, 5)


def test_worths_near_the_smallest_number_are_analysed() -> None:
    tiny = ((Fraction("1e-308"), Fraction(0)),)
    found = analyse(problem([Issue("a", ("yes", "no"))], [Party("we", tiny), Party("they", tiny)]))
    assert found.utilities.shape[1] == 1
    assert max(found.errors) < 1e-300


def test_nothing_acceptable_has_no_nash_point() -> None:
    scores = ((Fraction(1), Fraction(0)),)
    parties = [Party("we", scores, reservation=Fraction(2)), Party("they", scores)]
    found = analyse(problem([Issue("a", ("yes", "no"))], parties))
    assert (found.points.nash, found.points.kalai, found.points.egalitarian) == (None, None, None)


def test_discounts_make_agreements_worth_less_and_leave_the_walk_away() -> None:
    party = Party("we", ((Fraction(1), Fraction(0)),), reservation=Fraction(3, 5), discount=0.25)
    fades = Party(
        "they",
        ((Fraction(1), Fraction(0)),),
        reservation=Fraction(3, 5),
        discount=0.25,
        reservation_discounted=True,
    )
    later = at_time(problem([Issue("a", ("yes", "no"))], [party, fades]), 0.5)
    assert [each.scores[0][0] for each in later.parties] == [Fraction(1, 2), Fraction(1, 2)]
    assert [each.reservation for each in later.parties] == [Fraction(3, 5), Fraction(3, 10)]


def test_what_is_dropped_of_a_frontier_too_large_is_told_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    given_problem = by_lot("constant", 5, 10, 2)
    whole = analyse(given_problem)
    monkeypatch.setattr(folding, "EXAMINED", 1_000)
    monkeypatch.setattr(folding, "CARRIED_BY_TWO", 100)
    thin = analyse(given_problem)
    assert (whole.exact, thin.exact) == (True, False)
    short = [np.maximum(0, point[:, None] - thin.utilities).max(axis=0).min() for point in whole.utilities.T]
    assert 0 < max(short) <= max(thin.errors)


def test_a_million_million_packages_of_more_parties_are_told_with_an_error() -> None:
    found = analyse(by_lot("opposed", 12, 10, 6))
    assert (found.exact, found.thinned, found.seconds < 20) == (False, True, True)
    assert all(error > 0 for error in found.errors)
    assert len(efficient(found.frontier.points)) == found.utilities.shape[1]


def test_staircase_goes_down_for_the_first_and_up_for_the_second() -> None:
    found = analyse(by_lot("opposed", 8, 10, 2))
    ours, theirs = found.utilities
    assert all(a > b for a, b in pairwise(ours))
    assert all(a < b for a, b in pairwise(theirs))


@pytest.mark.parametrize("parties", [1, 9])
def test_too_few_or_too_many_parties_are_refused(parties: int) -> None:
    with pytest.raises(NotAnalysable, match=f"can be analysed, not {parties}"):
        problem([Issue("a", ("yes",))], [Party("x", ((Fraction(1),),))] * parties)


def test_an_issue_of_red_lines_alone_is_refused() -> None:
    party = Party("x", ((Fraction(1),),))
    with pytest.raises(NotAnalysable, match="No option of “a” may be agreed"):
        problem([Issue("a", ("yes",))], [party, party], banned=[(0, 0)])


@pytest.mark.parametrize(("parties", "levels"), [(3, 40), (5, 6), (5, 100_000)])
def test_comparing_by_boxes_and_in_order_keep_the_same(parties: int, levels: int) -> None:
    points = np.random.default_rng(parties).integers(0, levels, (parties, 3_000)).astype(np.int64)
    ranks = np.unique(points, axis=1)[:, ::-1].astype(np.int32)
    ranks = ranks[:, np.argsort(-ranks.sum(axis=0), kind="stable")]
    assert sorted(_kept_by_boxes(ranks)) == sorted(_kept_in_order(ranks))


def test_nearly_all_efficient_points_are_all_kept() -> None:
    drawn = np.random.default_rng(3).random((4, 20_000))
    points = np.rint(drawn / drawn.sum(axis=0) * 1e15).astype(np.int64)
    assert len(efficient(points)) == points.shape[1]
