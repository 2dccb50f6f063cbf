"""The register of statements: entered, imported, tied to each other, settled; and who may."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.record import Entered, NumberTaken, record_statement
from jembatan.correspondence.actions.statements.settle import OutcomeUnfinished, settle_statement
from jembatan.correspondence.models import Statement, StatementReference
from jembatan.correspondence.queries.statement_ties import named_by
from jembatan.correspondence.queries.statements import View, statements_in, visible_statements
from jembatan.correspondence.tests.statements.test_tables import PAGE
from jembatan.directory.actions.organisations import add_organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import Result, accounts, import_now

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def request_(officer: Actor) -> Statement:
    return enter(officer, "P1-0101", purpose="action", body="Port WG2")


def enter(actor: Actor, number: str, state: str = "received", **fields: Any) -> Statement:
    return record_statement(
        actor, Entered(state=Statement.State(state), number=number, title=f"Perihal {number}", **fields)
    )


def standing(actor: Actor, number: str) -> str:
    return visible_statements(actor).get(number=number).standing


def numbers(actor: Actor, view: View) -> list[str]:
    return [statement.number for statement in statements_in(actor, view).rows]


def figures(result: Result) -> dict[str, int]:
    return {name: number for name, number in accounts(result.batch).items() if number}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "documents.htm"
    path.write_bytes(PAGE)
    return path


def test_request_waits_until_a_reply_is_sent(officer: Actor, request_: Statement) -> None:
    assert standing(officer, "P1-0101") == "open"

    draft = enter(officer, "P1-0102", state="draft", remark="Response to P1-0101")
    assert standing(officer, "P1-0101") == "drafted"
    assert numbers(officer, "open") == ["P1-0101"]

    Statement.objects.filter(pk=draft.pk).update(state="sent")
    assert standing(officer, "P1-0101") == "answered"
    assert numbers(officer, "open") == []
    assert numbers(officer, "received") == ["P1-0101"]
    assert numbers(officer, "ours") == ["P1-0102"]


def test_statement_for_information_waits_for_nothing(officer: Actor) -> None:
    enter(officer, "P1-0103", purpose="information")

    assert standing(officer, "P1-0103") == ""
    assert numbers(officer, "open") == []


def test_references_are_tied_whichever_comes_first(officer: Actor) -> None:
    reply = enter(officer, "P1-0102", state="sent", remark="Response to P1-0101")
    assert [(each.kind, each.statement) for each in named_by(officer, reply)] == [("responds_to", None)]

    request = enter(officer, "P1-0101", purpose="response")

    assert [(each.kind, each.statement) for each in named_by(officer, reply)] == [("responds_to", request)]
    assert [(each.kind, each.statement) for each in named_by(officer, request)] == [("answered_in", reply)]


def test_both_saying_the_same_is_one_tie(officer: Actor) -> None:
    request = enter(officer, "P1-0101", purpose="action", remark="Response drafted in P1-0102")
    enter(officer, "P1-0102", state="draft", remark="Response to P1-0101")

    assert [each.number for each in named_by(officer, request)] == ["P1-0102"]


def test_number_is_taken_once(officer: Actor, request_: Statement) -> None:
    with pytest.raises(NumberTaken):
        enter(officer, "P1-0101")


def test_settling_says_what_is_missing_and_is_told(officer: Actor, request_: Statement) -> None:
    for outcome in ("declined", "deferred"):
        with pytest.raises(OutcomeUnfinished):
            settle_statement(officer, request_, outcome)

    settle_statement(officer, request_, "declined", reason="Bukan wewenang kami")

    assert standing(officer, "P1-0101") == "answered"
    line = Entry.objects.latest("pk")
    assert (line.kind, line.summary) == ("statement.settled", "P1-0101 · Perihal P1-0101 – declined")

    settle_statement(officer, request_, "")
    assert standing(officer, "P1-0101") == "open"


@pytest.mark.parametrize(
    "fields",
    [
        {"outcome": "declined"},
        {"outcome": "deferred"},
        {"deferred_until": date(2026, 12, 1)},
        {"number": ""},
        {"title": ""},
    ],
)
def test_database_refuses_half_an_outcome(request_: Statement, fields: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.filter(pk=request_.pk).update(**fields)


def test_reader_enters_nothing_and_drafter_settles_nothing(
    reader: Actor, drafter: Actor, request_: Statement
) -> None:
    with pytest.raises(PermissionDenied):
        enter(reader, "P1-0200")
    with pytest.raises(PermissionDenied):
        settle_statement(drafter, request_, "acknowledged")


def test_restricted_dossier_hides_its_statements(officer: Actor, second_officer: Actor) -> None:
    dossier = open_dossier(officer, "Batas laut")
    reply = enter(officer, "P1-0102", state="sent", remark="Response to P1-0101")
    hidden = enter(officer, "P1-0101", purpose="action", dossier=dossier)
    restrict(officer, dossier)

    assert numbers(second_officer, "received") == []
    assert [each.statement for each in named_by(second_officer, reply)] == [None]
    assert [each.statement for each in named_by(officer, reply)] == [hidden]


def test_table_is_imported_and_tied(officer: Actor, page: Path) -> None:
    partner = add_organisation(officer, "Port WG2")

    assert figures(import_now(officer, [page])) == {"read": 4, "filed": 3, "quarantined": 1}

    request = Statement.objects.get(number="P1-0101")
    assert request.organisation == partner
    assert standing(officer, "P1-0101") == "answered"
    assert Statement.objects.get(number="P1-0103").outcome == "acknowledged"
    assert StatementReference.objects.filter(target__isnull=True).count() == 0
    lines = Entry.objects.filter(kind__startswith="statement.").order_by("summary")
    assert [line.kind for line in lines] == ["statement.received", "statement.sent", "statement.received"]


def test_table_read_again_changes_nothing_and_a_newer_one_only_what_is_new(
    officer: Actor, page: Path
) -> None:
    import_now(officer, [page])
    settle_statement(officer, Statement.objects.get(number="P1-0103"), "redirected")
    assert figures(import_now(officer, [page])) == {"read": 4, "duplicates": 3, "quarantined": 1}
    assert Statement.objects.get(number="P1-0103").outcome == "redirected"

    page.write_bytes(PAGE.replace(b"Pilots &amp; tugs", b"Pilots"))
    assert figures(import_now(officer, [page])) == {
        "read": 4,
        "duplicates": 2,
        "updated": 1,
        "quarantined": 1,
    }
    assert Statement.objects.get(number="P1-0101").title == "Pilots"


def test_import_taken_back_leaves_what_people_worked_on(officer: Actor, page: Path) -> None:
    batch = import_now(officer, [page]).batch
    settle_statement(officer, Statement.objects.get(number="P1-0101"), "acknowledged")

    roll_back(officer, batch)

    assert list(Statement.objects.values_list("number", flat=True)) == ["P1-0101"]


def test_long_table_costs_no_more_statements_of_the_database_than_a_short_one(
    officer: Actor, tmp_path: Path
) -> None:
    def queries_of(rows: int) -> int:
        path = tmp_path / f"{rows}.csv"
        lines = [f"T{rows}-{at:04};LS In;Perihal {at};Response to T1-{at:04}" for at in range(rows)]
        path.write_text("\n".join(["Nomor;Jenis;Perihal;Keterangan", *lines]), encoding="utf-8")
        with CaptureQueriesContext(connection) as captured:
            assert figures(import_now(officer, [path], kind="statements")) == {"read": rows, "filed": rows}
        return len(captured)

    queries_of(1)
    assert queries_of(60) == queries_of(3)


def test_file_without_such_a_table_is_kept_with_its_reason(officer: Actor, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("nama;jabatan\nRetno;Direktur\n", encoding="utf-8")

    assert figures(import_now(officer, [path], kind="statements")) == {"read": 1, "quarantined": 1}


def test_pages_show_enter_and_settle(client_of: ClientOf, officer: Actor, reader: Actor) -> None:
    client = client_of(officer)
    form = {
        "state": "received",
        "number": "P1-0101",
        "title": "Pandu",
        "purpose": "action",
        "marking": "TLP:GREEN",
    }
    entered = client.post(reverse("correspondence:new_statement"), form)
    statement = Statement.objects.get()
    assert entered.headers["Location"] == reverse("correspondence:statement", args=[statement.pk])
    again = client.post(reverse("correspondence:new_statement"), form)
    assert again.status_code == 422
    assert "This desk has a statement with this number already." in again.content.decode()

    address = reverse("correspondence:statement_outcome", args=[statement.pk])
    refused = client.post(address, {"outcome": "deferred"})
    assert refused.status_code == 422
    assert "Say until when it is deferred." in refused.content.decode()
    client.post(address, {"outcome": "deferred", "until": "2026-12-24"})
    page = client_of(reader).get(reverse("correspondence:statement", args=[statement.pk])).content.decode()
    assert "deferred" in page
    assert address not in page


def test_lists_cost_the_same_for_any_number_of_rows(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 4):
        enter(
            officer, f"P1-010{number}", purpose="action", organisation=add_organisation(officer, f"B{number}")
        )
        if number != 2:
            with django_assert_num_queries(1):
                assert [row.organisation for row in statements_in(officer, "received").rows]


def test_pages_of_the_list_follow_each_other(officer: Actor) -> None:
    for number in range(32):
        enter(officer, f"P1-{number:04}")

    first = statements_in(officer, "received")
    second = statements_in(officer, "received", after=first.next_after)

    assert (len(first.rows), len(second.rows), second.next_after) == (30, 2, "")
    assert first.rows[0].number == "P1-0031"


def test_draft_without_a_number_is_named_without_a_dot(officer: Actor, client_of: ClientOf) -> None:
    enter(officer, "", state="draft", body="Port WG2", answers=("P1-0101",))
    enter(officer, "P1-0101", purpose="action")
    client = client_of(officer)

    ours = client.get(reverse("correspondence:statements"), {"view": "ours"}).text
    asked = client.get(
        reverse("correspondence:statement", args=[Statement.objects.get(number="P1-0101").pk])
    ).text

    assert '<span class="row-sub">Port WG2</span>' in ours
    assert "Answered in</span>" in asked
