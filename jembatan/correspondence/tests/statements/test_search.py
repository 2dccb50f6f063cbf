"""Statements in the search of the house: by number and by words, and only for those who may see them."""

from collections.abc import Callable
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.statement_search import StatementSource
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.platform.markings import Marking
from jembatan.platform.search.finding import find_everywhere

type ClientOf = Callable[[Actor], Client]


def enter(actor: Actor, number: str, title: str, **fields: object) -> Statement:
    entered = Entered(state=Statement.State.RECEIVED, number=number, title=title, **fields)  # type: ignore[arg-type]  # any of its fields
    return record_statement(actor, entered)


def titles(actor: Actor, text: str) -> list[str]:
    return [hit.title for hit in StatementSource().find(actor, text, limit=5)]


def test_statement_is_found_by_its_words_in_both_languages(officer: Actor, reader: Actor) -> None:
    enter(officer, "P1-0101", "Rancangan rekomendasi", body="Port WG2", remark="Comments on the channels")
    enter(officer, "P1-0102", "Kalender pelatihan")

    for text in ("rekomendasi", "rancangan reko", "channel", "port wg2"):
        assert titles(reader, text) == ["P1-0101 · Rancangan rekomendasi"]
    assert titles(reader, "nelayan") == []
    assert titles(reader, "") == []


def test_statement_is_found_by_either_number_as_it_is_written(officer: Actor) -> None:
    enter(officer, "P1-0101", "Satu", their_number="WG2/2026/18")
    enter(officer, "P1-0110", "Dua")

    assert titles(officer, "P1-0101") == ["P1-0101 · Satu"]
    assert titles(officer, "wg2/2026/18") == ["P1-0101 · Satu"]
    assert titles(officer, "p1-01") == ["P1-0110 · Dua", "P1-0101 · Satu"]
    assert titles(officer, "%") == []


def test_hit_says_what_one_has_to_know(officer: Actor) -> None:
    enter(
        officer,
        "P1-0101",
        "Rambu",
        body="Port WG2",
        remark="Ditunggu sebelum sidang & rapat",
        dated=date(2026, 11, 3),
        marking=Marking.AMBER,
    )

    [hit] = StatementSource().find(officer, "sidang", limit=5)

    assert (hit.title, hit.subtitle, hit.marking) == ("P1-0101 · Rambu", "Port WG2 · received", "TLP:AMBER")
    assert hit.moment is not None
    assert hit.moment.date() == date(2026, 11, 3)
    assert hit.snippet == "Ditunggu sebelum <mark>sidang</mark> &amp; rapat"


def test_what_one_may_not_see_is_not_found(
    officer: Actor, second_officer: Actor, head: Actor, stranger: Actor
) -> None:
    dossier = open_dossier(officer, title="Rahasia")
    restrict(officer, dossier)
    enter(officer, "P1-0101", "Rambu suar", dossier=dossier)

    assert titles(officer, "rambu") == titles(officer, "P1-0101") == ["P1-0101 · Rambu suar"]
    for actor in (second_officer, stranger):
        assert titles(actor, "rambu") == titles(actor, "P1-0101") == []


def test_search_page_shows_statements(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    statement = enter(officer, "P1-0101", "Rambu suar")

    page = client_of(reader).get(reverse("search:search"), {"q": "P1-0101"})

    assert reverse("correspondence:statement", args=[statement.pk]) in page.content.decode()
    assert [group.source.kind for group in find_everywhere(reader, "suar", limit=5)] == ["statements"]


def test_number_of_queries_does_not_grow(officer: Actor) -> None:
    counts = []
    for number in range(1, 4):
        enter(officer, f"P1-010{number}", "Rambu suar")
        if number != 2:
            with CaptureQueriesContext(connection) as queries:
                StatementSource().find(officer, "rambu 1", limit=5)
            counts.append(len(queries))
    assert counts[0] == counts[1]
