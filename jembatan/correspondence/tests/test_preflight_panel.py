"""The findings as a composer shows them."""

import pytest
from django.test import RequestFactory
from lxml import html

from jembatan.accounts.actor import Actor
from jembatan.correspondence.tests.outgoing import outgoing
from jembatan.correspondence.web.findings import findings_panel

pytestmark = pytest.mark.django_db


def test_finding_shows_place_reason_and_a_suggestion_to_accept(officer: Actor) -> None:
    letter = outgoing("Dear Ms Mori,\n\nWe meet on 05/12/2026 or on 06/12/2026 [TODO: ask].")
    page = html.fromstring(findings_panel(RequestFactory().get("/"), officer, letter, field="id_text"))
    buttons = page.xpath("//button")
    assert [
        (each.get("data-accept"), each.get("data-start"), each.get("data-suggestion")) for each in buttons
    ] == [
        ("id_text", "26", "5 December 2026"),
        ("id_text", "43", "6 December 2026"),
    ]
    assert [each.get("data-key") for each in buttons] == ["1", None]
    assert len(page.xpath("//li")) == 3


def test_clean_letter_says_so(officer: Actor) -> None:
    letter = outgoing("Dear Ms Mori,\n\nWe meet on 5 December 2026.")
    page = html.fromstring(findings_panel(RequestFactory().get("/"), officer, letter, field="id_text"))
    assert (page.xpath("//li"), page.xpath("string(//p)")) == ([], "Nothing found.")
