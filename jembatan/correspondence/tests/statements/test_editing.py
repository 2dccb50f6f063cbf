"""Statements entered from mail, changed, with their files; and who may."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.edit import ChangedMeanwhile, edit_statement
from jembatan.correspondence.actions.statements.files import enclose
from jembatan.correspondence.actions.statements.record import Entered, NumberTaken, record_statement
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.statement_ties import named_by, statements_of_thread
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.statements.test_mail_read import LIAISON_MAIL
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import visible_entries
from jembatan.platform.markings import LoweredMarking, Marking

type ClientOf = Callable[[Actor], Client]


def entered(number: str = "P1-0101", state: str = "received", **fields: Any) -> Entered:
    return Entered(state=Statement.State(state), number=number, title=f"Perihal {number}", **fields)


@pytest.fixture
def request_(officer: Actor) -> Statement:
    return record_statement(officer, entered(purpose="action", marking=Marking.AMBER))


def form(**fields: str) -> dict[str, str]:
    return {
        "state": "received",
        "number": "P1-0101",
        "title": "Pandu",
        "purpose": "action",
        "marking": "TLP:AMBER",
    } | fields


def test_everything_can_be_changed_but_not_over_another_ones_change(
    officer: Actor, request_: Statement
) -> None:
    changed = edit_statement(
        officer, request_, entered(cc="Penjaga Pantai", marking=Marking.AMBER, answers=("LS-9",)), version=1
    )

    assert (changed.cc, changed.purpose, changed.version) == ("Penjaga Pantai", "", 2)
    assert [(each.kind, each.number) for each in named_by(officer, changed)] == [("responds_to", "LS-9")]
    with pytest.raises(ChangedMeanwhile):
        edit_statement(officer, request_, entered(marking=Marking.AMBER), version=1)
    assert (
        edit_statement(officer, request_, entered(marking=Marking.AMBER), version=2).references.count() == 0
    )


def test_reply_by_the_other_bodys_number_is_tied(officer: Actor) -> None:
    request = record_statement(officer, entered("12", their_number="APC-77", purpose="action"))

    reply = record_statement(officer, entered("LS-3", state="sent", answers=("APC-77",)))

    assert [each.statement for each in named_by(officer, reply)] == [request]


def test_lower_marking_is_asked_about_and_a_number_stays_one(officer: Actor, request_: Statement) -> None:
    with pytest.raises(LoweredMarking):
        edit_statement(officer, request_, entered(marking=Marking.GREEN), version=1)
    lowered = edit_statement(officer, request_, entered(marking=Marking.GREEN), version=1, confirmed=True)
    assert lowered.marking == "TLP:GREEN"

    record_statement(officer, entered("P1-0102"))
    with pytest.raises(NumberTaken):
        edit_statement(officer, request_, entered("P1-0102"), version=2)


def test_line_of_a_statement_follows_it_into_a_dossier(
    officer: Actor, second_officer: Actor, request_: Statement
) -> None:
    dossier = restrict(officer, open_dossier(officer, "Batas laut"))
    edit_statement(officer, request_, entered(marking=Marking.AMBER, dossier=dossier), version=1)

    lines = Entry.objects.filter(kind="statement.received")
    assert visible_entries(officer).filter(pk__in=lines).count() == 1
    assert visible_entries(second_officer).filter(pk__in=lines).count() == 0


def test_draft_that_was_sent_gets_its_line_once(officer: Actor) -> None:
    draft = record_statement(officer, entered(state="draft"))
    assert Entry.objects.filter(kind="statement.sent").count() == 0

    for version in (1, 2):
        edit_statement(officer, draft, entered(state="sent"), version=version)
    assert Entry.objects.filter(kind="statement.sent").count() == 1


def test_mail_fills_the_form_and_stays_with_the_statement(client_of: ClientOf, officer: Actor) -> None:
    thread = scene.thread(officer.desk, "LS on pilots", marking="TLP:AMBER")
    message = scene.message(thread, text=LIAISON_MAIL)
    wanted = scene.attachment(message, b"peta", name="peta.pdf")
    scene.attachment(message, b"logo", name="logo.png")
    client, address = client_of(officer), reverse("correspondence:message_statement", args=[message.pk])
    page = client.get(address).content.decode()
    assert 'value="APC-77"' in page
    assert 'value="24 Dec 2026"' in page
    assert 'value="LS-12"' in page

    client.post(address, form(number="APC-77", deadline="24 Dec 2026", answers="LS-12", files=str(wanted.pk)))

    statement = Statement.objects.get()
    assert (statement.message, statement.deadline) == (message, date(2026, 12, 24))
    assert [file.name for file in statement.files.all()] == ["peta.pdf"]
    assert [each.number for each in named_by(officer, statement)] == ["LS-12"]
    assert list(statements_of_thread(officer, thread)) == [statement]
    shown = client.get(reverse("correspondence:thread", args=[thread.pk])).content.decode()
    assert reverse("correspondence:statement", args=[statement.pk]) in shown


def test_page_shows_a_conflict_beside_what_was_typed(
    client_of: ClientOf, officer: Actor, request_: Statement
) -> None:
    address = reverse("correspondence:statement_edit", args=[request_.pk])
    edit_statement(officer, request_, entered(cc="Penjaga Pantai", marking=Marking.AMBER), version=1)

    answer = client_of(officer).post(address, form(version="1", remark="Segera"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Someone changed this statement in the meantime." in page
    assert "<dt>Copies to</dt><dd>Penjaga Pantai</dd>" in page
    assert 'name="version" value="2"' in page
    saved = client_of(officer).post(address, form(version="2", remark="Segera"))
    assert saved.status_code == 302
    request_.refresh_from_db()
    assert (request_.remark, request_.cc) == ("Segera", "")


def test_page_asks_about_a_lower_marking_and_refuses_what_is_no_day(
    client_of: ClientOf, officer: Actor, request_: Statement
) -> None:
    client, address = client_of(officer), reverse("correspondence:statement_edit", args=[request_.pk])
    lower = form(version="1", marking="TLP:GREEN")
    assert "Yes, lower the marking" in client.post(address, lower).content.decode()
    assert client.post(address, lower | {"confirmed": "on"}).status_code == 302

    refused = client.post(address, form(version="2", deadline="kapan-kapan"))
    assert refused.status_code == 422
    assert "“kapan-kapan” is no day." in refused.content.decode()


def test_files_are_put_in_read_and_taken_out(
    client_of: ClientOf, officer: Actor, request_: Statement
) -> None:
    client = client_of(officer)
    upload = SimpleUploadedFile("peta.pdf", b"peta", content_type="application/pdf")
    client.post(reverse("correspondence:statement_files", args=[request_.pk]), {"file": upload})
    file = request_.files.get()
    address = reverse("correspondence:statement_file", args=[request_.pk, file.pk])
    assert b"".join(client.get(address).streaming_content) == b"peta"  # type: ignore[attr-defined]  # a file is streamed

    client.post(reverse("correspondence:statement_file_removal", args=[request_.pk, file.pk]))
    assert request_.files.count() == 0


def test_reader_changes_nothing(reader: Actor, request_: Statement) -> None:
    with pytest.raises(PermissionDenied):
        edit_statement(reader, request_, entered(), version=1)
    with pytest.raises(PermissionDenied):
        enclose(reader, request_, b"x", name="x.pdf")


def test_today_names_requests_by_their_deadline(client_of: ClientOf, officer: Actor) -> None:
    record_statement(officer, entered("P1-2", purpose="action", deadline=date(2026, 12, 24)))
    record_statement(officer, entered("P1-1", purpose="response", deadline=date(2026, 12, 1)))
    record_statement(officer, entered("P1-3", purpose="information"))

    page = client_of(officer).get("/").content.decode()

    panel = page.partition("Statements that wait for our answer")[2].partition("</section>")[0]
    assert panel.index("Perihal P1-1") < panel.index("Perihal P1-2")
    assert "Perihal P1-3" not in panel


def test_conversation_costs_one_query_for_its_statements(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    thread = scene.conversation(officer.desk)
    message = thread.messages.get()
    for number in range(1, 4):
        record_statement(officer, entered(f"P1-{number}", message=message))
        if number != 2:
            with django_assert_num_queries(1):
                assert len(statements_of_thread(officer, thread)) == number
