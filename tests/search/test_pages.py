"""The search page and the palette's suggestions."""

from collections.abc import Callable

import pytest
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.note import write_note
from jembatan.platform.search.vocabulary import learn

ClientOf = Callable[[Actor], Client]


@pytest.fixture
def dossier(officer: Actor) -> Dossier:
    opened = open_dossier(officer, "Perjanjian pelabuhan")
    write_note(officer, "Perjanjian dibahas")
    learn()
    return opened


def test_page_groups_hits_by_kind_with_their_marking(
    reader: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    page = client_of(reader).get("/search/", {"q": "perjanjian"})
    text = page.content.decode()

    assert {group.source.kind: len(group.hits) for group in page.context["groups"]} == {
        "dossiers": 1,
        "notes": 1,
    }
    assert "Perjanjian pelabuhan" in text
    assert 'data-marking="TLP:AMBER"' in text
    narrowed = client_of(reader).get("/search/", {"q": "perjanjian", "kind": "notes"}).content.decode()
    assert "Perjanjian dibahas" in narrowed
    assert "Perjanjian pelabuhan" not in narrowed


def test_typing_error_is_forgiven_and_said(reader: Actor, dossier: Dossier, client_of: ClientOf) -> None:
    text = client_of(reader).get("/search/", {"q": "perjanjain"}).content.decode()

    assert "Perjanjian pelabuhan" in text
    assert "“perjanjian”" in text


def test_correction_tells_nothing_that_the_reader_may_not_find(
    officer: Actor, second_officer: Actor, stranger: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    restrict(officer, dossier)

    for actor in (second_officer, stranger):
        for question in ("pelabuhan", "pelabuhna"):
            page = client_of(actor).get("/search/", {"q": question})
            assert page.context["groups"] == []
            assert "Perjanjian" not in page.content.decode()
            assert page.context["meant"] == ""


def test_suggestions_are_links(reader: Actor, dossier: Dossier, client_of: ClientOf) -> None:
    client = client_of(reader)

    text = client.get("/search/suggestions/", {"q": "perj"}).content.decode()

    assert f'<a href="/dossiers/{dossier.pk}/">' in text
    assert "<html" not in text
    assert client.get("/search/suggestions/", {"q": "p"}).content.decode().strip() == ""


@pytest.mark.parametrize("query", ["", "q=", "q=%00", "q=%27%22%5C", "q=a&kind=nothing"])
def test_any_address_is_a_page(reader: Actor, client_of: ClientOf, query: str) -> None:
    assert client_of(reader).get(f"/search/?{query}").status_code == 200
