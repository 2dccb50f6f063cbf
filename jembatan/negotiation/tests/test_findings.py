"""What the sheet says in sentences, and where its picture puts things."""

from decimal import Decimal

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.negotiation.actions.offers import agree_point
from jembatan.negotiation.actions.table import add_party, mark_red_line
from jembatan.negotiation.actions.value import value_options
from jembatan.negotiation.models import Negotiation
from jembatan.negotiation.queries.analysed import Analysed, analysed
from jembatan.negotiation.queries.concessions import concessions
from jembatan.negotiation.queries.findings import findings
from jembatan.negotiation.queries.picture import picture
from jembatan.negotiation.queries.sheet import Sheet, sheet_of
from jembatan.negotiation.tests.scene import offer, option, options_of, ours, talks, theirs


def _read(negotiation: Negotiation) -> tuple[Sheet, Analysed]:
    sheet = sheet_of(negotiation)
    found = analysed(sheet)
    assert found is not None
    return sheet, found


def _told(negotiation: Negotiation) -> list[str]:
    return [finding.text for finding in findings(*_read(negotiation))]


def test_utilities_lie_between_0_and_100(officer: Actor) -> None:
    _sheet, found = _read(talks(officer))
    best = [max(row) for row in found.analysis.utilities.tolist()]
    assert (found.analysis.problem.outcomes, best) == (12, [100.0, 100.0])


def test_limits_come_first(officer: Actor) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, theirs(negotiation), "low", "20 days", "both")
    mark_red_line(officer, option(negotiation, "low"), red=True)
    assert _told(negotiation)[:2] == [
        "The last offer of Embassy of Akitsu is worth less to us than no agreement.",
        "The last offer of Embassy of Akitsu crosses a red line: low.",
    ]


def test_offer_on_the_frontier_leaves_nothing(officer: Actor) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, ours(negotiation), "high", "20 days", "both")
    assert _told(negotiation)[0] == (
        "Our last offer leaves nothing on the table: no package is better for everybody."
    )


def test_steps_towards_and_away_are_told(officer: Actor) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, ours(negotiation), "high", "10 days", "Indonesian")
    offer(officer, negotiation, ours(negotiation), "middle", "10 days", "both")
    offer(officer, negotiation, theirs(negotiation), "low", "10 days", "Indonesian")
    offer(officer, negotiation, theirs(negotiation), "low", "20 days", "Indonesian")
    told = _told(negotiation)
    us = ours(negotiation).name
    assert f"{us} has given up 29 points since the first offer, worth 30 to Embassy of Akitsu." in told
    assert "Embassy of Akitsu asks for 48 points more than at first." in told


def test_assumed_weights_are_tried(officer: Actor) -> None:
    assert _told(talks(officer)) == [
        "The Nash package stays the same when each assumed weight is a quarter less or more."
    ]


def test_agreed_points_narrow_what_is_left(officer: Actor) -> None:
    negotiation = talks(officer)
    agree_point(officer, option(negotiation, "middle"))
    _sheet, found = _read(negotiation)
    assert found.analysis.problem.outcomes == 4


def test_party_without_values_is_left_out_and_one_alone_is_not_analysed(
    officer: Actor, ministry: Organisation
) -> None:
    negotiation = talks(officer)
    add_party(officer, negotiation, ministry)
    _sheet, found = _read(negotiation)
    assert len(found.parties) == 2
    nothing = {each.pk: Decimal(0) for each in options_of(negotiation)}
    embassy = negotiation.parties.get(name="Embassy of Akitsu")
    value_options(officer, embassy, weights={}, scores=nothing, reservation=Decimal(0), walk_away="")
    assert analysed(sheet_of(negotiation)) is None


def test_picture_shows_offers_at_their_worth_and_fair_points_once(officer: Actor) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, ours(negotiation), "high", "10 days", "Indonesian")
    offer(officer, negotiation, ours(negotiation), "middle", "10 days", "both")
    _sheet, found = _read(negotiation)
    drawn = picture(found, theirs(negotiation))
    [first, second] = [mark for mark in drawn.marks if mark.kind == "ours"]
    assert (first.x, first.y) == (42 + 300, 10 + 300 * 0.88)
    assert first.told.startswith("Offer 1 of")
    assert drawn.paths == (("ours", f"{first.x},{first.y} {second.x},{second.y}"),)
    assert [mark.label for mark in drawn.marks if mark.kind == "fair"] == [
        "Nash, Kalai–Smorodinsky, Egalitarian, Greatest sum"
    ]


def test_frontier_of_two_among_three_is_what_the_two_could_have(
    officer: Actor, ministry: Organisation
) -> None:
    negotiation = talks(officer)
    alone = picture(_read(negotiation)[1], theirs(negotiation)).frontier
    third = add_party(officer, negotiation, ministry)
    value_options(
        officer,
        third,
        weights={issue.pk: Decimal(1) for issue in negotiation.issues.all()},
        scores={option(negotiation, name).pk: Decimal(100) for name in ("low", "10 days", "Indonesian")},
        reservation=Decimal(0),
        walk_away="",
    )
    _sheet, found = _read(negotiation)
    embassy = negotiation.parties.get(name="Embassy of Akitsu")
    assert len(found.parties) == 3
    assert found.analysis.utilities.shape[1] > len(alone.split())
    drawn = picture(found, embassy)
    assert drawn.frontier == alone
    assert [text for _y, text in drawn.marks[0].lines][3].startswith(ministry.name)


def test_concessions_show_what_each_offer_was_worth_to_us(officer: Actor) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, ours(negotiation), "high", "10 days", "Indonesian")
    assert concessions(_read(negotiation)[1]) is None
    offer(officer, negotiation, theirs(negotiation), "low", "20 days", "both")
    offer(officer, negotiation, ours(negotiation), "middle", "10 days", "both")
    drawn = concessions(_read(negotiation)[1])
    assert drawn is not None
    # 100, 5 and 71 points of 150 units, downwards from 10.
    assert [mark.y for mark in drawn.marks] == [10, 152.5, 53.5]
    assert [mark.letter for mark in drawn.marks] == ["1", "1", "2"]
    assert [kind for kind, _path in drawn.paths] == ["ours"]
