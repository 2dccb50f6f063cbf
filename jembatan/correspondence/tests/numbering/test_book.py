"""The book of numbers and the settings of series: who reads what, and how it is exported."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.numbering.reserve import reserve_number, void_number
from jembatan.correspondence.actions.numbering.series import keep_series
from jembatan.correspondence.models import NumberSeries, ReservedNumber, Statement
from jembatan.correspondence.queries.numbering.book import book_page
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def series(head: Actor) -> NumberSeries:
    return keep_series(head, None, name="LS", pattern="LS-{number}")


def reserved(actor: Actor, series: NumberSeries, title: str = "=1+1", **fields: object) -> ReservedNumber:
    statement = Statement.objects.create(desk=actor.desk, state=Statement.State.DRAFT, title=title, **fields)
    return reserve_number(actor, statement, series)


def test_book_names_the_latest_first_and_keeps_what_is_gone(officer: Actor, series: NumberSeries) -> None:
    first, second = reserved(officer, series, "Pandu"), reserved(officer, series, "Suar")
    assert first.statement is not None
    first.statement.delete()

    lines = book_page(officer).rows

    assert [(line.number.text, line.title, line.statement_id) for line in lines] == [
        ("LS-2", "Suar", second.statement_id),
        ("LS-1", "Pandu", None),
    ]


def test_restricted_dossier_hides_what_a_number_is_for(
    officer: Actor, second_officer: Actor, series: NumberSeries
) -> None:
    dossier = open_dossier(officer, "Batas laut")
    number = reserved(officer, series, "Rahasia", dossier=dossier)
    void_number(officer, number, reason="Rahasia juga")
    restrict(officer, dossier)

    assert [line.title for line in book_page(officer).rows] == ["Rahasia"]
    hidden = book_page(second_officer).rows[0]
    assert (hidden.number.text, hidden.title, hidden.reason, hidden.statement_id) == ("LS-1", "", "", None)


def test_pages_of_the_book_follow_each_other(officer: Actor, series: NumberSeries) -> None:
    for _number in range(52):
        reserved(officer, series)

    first = book_page(officer)
    second = book_page(officer, after=first.next_after)

    assert [len(first.rows), len(second.rows), second.next_after] == [50, 2, ""]
    assert second.rows[-1].number.text == "LS-1"


def test_book_costs_the_same_for_any_number_of_rows(
    officer: Actor, series: NumberSeries, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 4):
        reserved(officer, series)
        if number != 2:
            with django_assert_num_queries(2):
                assert [line.number.series.name for line in book_page(officer).rows] == ["LS"] * number


def test_book_is_taken_along_as_a_workbook(client_of: ClientOf, officer: Actor, series: NumberSeries) -> None:
    void_number(officer, reserved(officer, series), reason="Surat ditarik")

    answer = client_of(officer).get(reverse("correspondence:number_book_file"))

    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(min_row=3, values_only=True))
    assert [(row[0], row[3], row[4], row[6]) for row in rows] == [("LS-1", "=1+1", "void", "Surat ditarik")]


def test_head_settles_series(client_of: ClientOf, head: Actor, officer: Actor) -> None:
    client = client_of(head)
    form = {"name": "Surat dinas", "pattern": "{nomor}", "begins_at": "1"}
    address = reverse("correspondence:new_number_series")
    refused = client.post(address, form)
    assert refused.status_code == 422
    assert "“{nomor}” is unknown." in refused.content.decode()

    client.post(address, form | {"pattern": "B-{number:03}"})
    kept = NumberSeries.objects.get()
    assert "B-001" in client.get(reverse("correspondence:letter_settings")).content.decode()

    client.post(reverse("correspondence:number_series_retirement", args=[kept.pk]))
    kept.refresh_from_db()
    assert kept.retired_at is not None
    client.post(reverse("correspondence:number_series_return", args=[kept.pk]))
    kept.refresh_from_db()
    assert kept.retired_at is None
