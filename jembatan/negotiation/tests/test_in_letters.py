"""What a letter may not give away, and to whom that is told."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.preflight.findings import findings_for
from jembatan.correspondence.tests.outgoing import outgoing
from jembatan.negotiation.actions.mandates import set_mandate, withdraw_mandate
from jembatan.negotiation.actions.start import end_negotiation
from jembatan.negotiation.actions.table import mark_red_line
from jembatan.negotiation.actions.value import value_options
from jembatan.negotiation.tests.scene import option, ours, talks

LETTER = "Dear Ms Mori,\n\n{}\n\nYours sincerely,\nBagus"


def _told(actor: Actor, text: str) -> list[str]:
    letter = outgoing(LETTER.format(text))
    return [
        letter.text[slice(*finding.span)] if finding.span else ""
        for finding in findings_for(actor, letter=letter)
        if finding.rule == "restricted-words"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We could patrol on 20 days a year.", ["20 days"]),
        ("We could patrol on 12 days a year.", []),
        ("There will be no foreign port police.", ["foreign port police"]),
        ("Else we build a terminal in Merak with others.", ["we build a terminal in Merak"]),
    ],
)
def test_figures_and_phrases_of_limits_are_found(officer: Actor, text: str, told: list[str]) -> None:
    negotiation = talks(officer)
    issue = option(negotiation, "low").issue
    issue.options.create(desk=officer.desk, name="Foreign port police", red_line=True)
    value_options(
        officer,
        ours(negotiation),
        weights={},
        scores={},
        reservation=Decimal(30),
        walk_away="We build a terminal in Merak ourselves",
    )
    assert _told(officer, text) == told


def test_writer_who_does_not_see_the_negotiation_is_told_nothing(
    head: Actor, officer: Actor, second_officer: Actor, drafter: Actor
) -> None:
    talks(officer)
    text = "At most 20 days of patrols would do."
    assert [bool(_told(actor, text)) for actor in (head, officer, second_officer, drafter)] == [
        True,
        True,
        False,
        False,
    ]


def test_finding_says_where_the_words_stand_and_not_what_stands_there(officer: Actor) -> None:
    talks(officer)
    letter = outgoing(LETTER.format("We could patrol on 20 days a year."))
    [finding] = [each for each in findings_for(officer, letter=letter) if each.rule == "restricted-words"]
    assert "Port talks" in finding.message
    assert "At most" not in finding.message


def test_what_holds_no_more_may_be_said(officer: Actor) -> None:
    negotiation = talks(officer)
    text = "We could patrol on 20 days a year."
    withdraw_mandate(officer, negotiation.mandates.get())
    assert _told(officer, text) == []
    set_mandate(
        officer, negotiation, "20 days", authorised_by="DG", until=timezone.localdate() + timedelta(days=1)
    )
    assert _told(officer, text) == ["20 days"]
    mark_red_line(officer, option(negotiation, "high"), red=True)
    end_negotiation(officer, negotiation)
    assert _told(officer, text) == []
