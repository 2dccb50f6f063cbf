"""What an offer leaves lying, what could be traded, and what hangs on assumptions."""

from fractions import Fraction

from jembatan.negotiation.analysis.analyse import analyse
from jembatan.negotiation.analysis.offers import judged, trades
from jembatan.negotiation.analysis.problem import Issue, Offer, Party, Problem, problem
from jembatan.negotiation.analysis.sensitivity import what_ifs

ISSUES = [Issue("Price", ("low", "high")), Issue("Delivery", ("late", "early"))]


def _scores(*each: tuple[int, int]) -> tuple[tuple[Fraction, ...], ...]:
    return tuple((Fraction(first), Fraction(second)) for first, second in each)


def _problem(*, assumed: bool = False) -> Problem:
    """The price matters to them, the delivery to us."""
    ours = Party("we", _scores((3, 0), (0, 10)))
    theirs = Party("they", _scores((0, 12), (2, 0)), assumed=assumed)
    return problem(ISSUES, [ours, theirs])


def test_offer_off_the_frontier_leaves_points_for_both() -> None:
    found = judged(analyse(_problem()), Offer("they", (0, 0)))
    assert (found.utilities, found.left) == ((3.0, 2.0), (7.0, 10.0))
    assert found.better is not None
    assert found.better.package == (1, 1)
    assert found.distance > 0


def test_efficient_offer_leaves_nothing() -> None:
    found = judged(analyse(_problem()), Offer("we", (1, 1)))
    assert (found.better, found.left, found.distance) == (None, (0.0, 0.0), 0.0)


def test_giving_up_what_costs_little_buys_what_is_worth_much() -> None:
    [trade] = trades(analyse(_problem()), (0, 0))
    assert (trade.give.gains, trade.get.gains, trade.gains) == ((-3.0, 12.0), (10.0, -2.0), (7.0, 10.0))
    assert (ISSUES[trade.give.issue].name, ISSUES[trade.get.issue].name) == ("Price", "Delivery")


def test_there_is_nothing_to_trade_on_the_frontier() -> None:
    assert trades(analyse(_problem()), (1, 1)) == []


def test_assumed_weights_are_tried_less_and_more() -> None:
    found = what_ifs(analyse(_problem(assumed=True)))
    assert found is not None
    assert [(each.party, each.issue, each.factor) for each in found] == [
        (1, 0, Fraction(3, 4)),
        (1, 0, Fraction(5, 4)),
        (1, 1, Fraction(3, 4)),
        (1, 1, Fraction(5, 4)),
    ]
    assert [each.changes for each in found] == [(), (), (), ()]


def test_known_weights_are_not_doubted() -> None:
    assert what_ifs(analyse(_problem())) == []
