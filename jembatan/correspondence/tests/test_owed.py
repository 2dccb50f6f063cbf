"""What a partner still owes us: answers to our mail and to our statements, on the partner's page."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import Statement, StatementMention, Thread
from jembatan.correspondence.queries.owed import answers_owed_by, first_open
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web.owed_panel import what_they_owe
from jembatan.directory.models import Organisation

type ClientOf = Callable[[Actor], Client]
BUDI = "budi@laut.example"


@pytest.fixture
def partner(officer: Actor) -> Organisation:
    """Whose Budi we write to."""
    found = scene.organisation(officer.desk)
    scene.sender(officer.desk, BUDI, organisation=found)
    return found


def asked(actor: Actor, subject: str, *, days: int = 3) -> Thread:
    """We have answered Budi, and expect his answer in so many days."""
    thread = scene.conversation(actor.desk, subject, answered=True)
    Thread.objects.filter(pk=thread.pk).update(due_at=timezone.now() + timedelta(days=days))
    return Thread.objects.get(pk=thread.pk)


def stated(actor: Actor, partner: Organisation, number: str, **fields: object) -> Statement:
    """A statement of ours that asks something."""
    values: dict[str, object] = {"purpose": "action", "state": Statement.State.SENT, **fields}
    return record_statement(
        actor,
        Entered(number=number, title=f"Perihal {number}", organisation=partner, **values),  # type: ignore[arg-type]  # any of its fields
    )


def owed(actor: Actor, partner: Organisation) -> list[str]:
    threads, statements = answers_owed_by(actor, partner, first_open(actor, partner), limit=20)
    return sorted([*(each.subject for each in threads), *(each.number for each in statements)])


def statements_owed(actor: Actor, partner: Organisation) -> list[str]:
    return [each.number for each in answers_owed_by(actor, partner, first_open(actor, partner), limit=20)[1]]


def test_answers_to_mail_and_statements_are_owed(officer: Actor, partner: Organisation) -> None:
    asked(officer, "Undangan")
    scene.conversation(officer.desk, "Giliran kita")
    closed = asked(officer, "Selesai")
    Thread.objects.filter(pk=closed.pk).update(done_at=timezone.now())
    stated(officer, partner, "K-1")
    stated(officer, partner, "K-2", purpose="information")
    stated(officer, scene.organisation(officer.desk, "Lain"), "K-3")

    assert owed(officer, partner) == ["K-1", "Undangan"]


def test_statement_is_owed_until_a_statement_mail_or_a_person_answers_it(
    officer: Actor, partner: Organisation
) -> None:
    by_statement, by_mail, by_person = (stated(officer, partner, f"K-{number}") for number in (1, 2, 3))
    assert statements_owed(officer, partner) == ["K-1", "K-2", "K-3"]

    record_statement(
        officer,
        Entered(
            state=Statement.State.RECEIVED, number="M-1", title="Jawaban", answers=(by_statement.number,)
        ),
    )
    ours = scene.answer(scene.thread(officer.desk))
    StatementMention.objects.create(desk=officer.desk, statement=by_mail, message=ours)
    Statement.objects.filter(pk=by_person.pk).update(outcome=Statement.Outcome.NO_ANSWER)
    assert statements_owed(officer, partner) == ["K-2"]

    theirs = scene.message(scene.thread(officer.desk))
    StatementMention.objects.create(desk=officer.desk, statement=by_mail, message=theirs)
    assert statements_owed(officer, partner) == []


def test_statement_that_left_by_mail_is_named_once(officer: Actor, partner: Organisation) -> None:
    thread = asked(officer, "Nota")
    stated(officer, partner, "K-1", message=thread.messages.last())
    assert owed(officer, partner) == ["K-1"]


def test_page_of_the_partner_shows_what_is_late_first(
    officer: Actor, reader: Actor, partner: Organisation, client_of: ClientOf
) -> None:
    asked(officer, "Nanti", days=9)
    asked(officer, "Terlambat", days=-2)
    stated(officer, partner, "K-1", deadline=timezone.localdate() + timedelta(days=5))
    stated(officer, partner, "K-2")

    page = client_of(reader).get(f"/directory/organisations/{partner.pk}/").text
    panel = page.partition("What they still owe us")[2].partition("</section>")[0]
    places = [panel.index(each) for each in ("Terlambat", "K-1", "Nanti", "K-2")]
    assert places == sorted(places)
    assert "expected 2\xa0days ago" in panel
    assert "no day set" in panel


def test_nobody_sees_what_is_closed_to_them(
    officer: Actor, second_officer: Actor, stranger: Actor, partner: Organisation
) -> None:
    thread = asked(officer, "Rahasia")
    assert officer.user is not None
    scene.restrict(thread, officer.user)

    assert owed(officer, partner) == ["Rahasia"]
    assert owed(second_officer, partner) == owed(stranger, partner) == []


@pytest.mark.parametrize("number", [1, 3])
def test_panel_needs_three_queries_for_any_number(
    officer: Actor,
    partner: Organisation,
    rf: RequestFactory,
    django_assert_num_queries: DjangoAssertNumQueries,
    number: int,
) -> None:
    for each in range(number):
        asked(officer, f"Surat {each}")
        stated(officer, partner, f"K-{each}")
    request: HttpRequest = rf.get("/")

    with django_assert_num_queries(3):
        assert what_they_owe(request, officer, partner).count("row-title") == 2 * number


def test_house_with_more_open_conversations_than_are_looked_at_tells_the_same(
    officer: Actor, partner: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, days in enumerate((9, -2, 4)):
        asked(officer, f"Surat {number}", days=days)

    def told() -> list[str]:
        threads, _none = answers_owed_by(officer, partner, first_open(officer, partner), limit=20)
        return [thread.subject for thread in threads]

    assert told() == ["Surat 1", "Surat 2", "Surat 0"]
    monkeypatch.setattr("jembatan.correspondence.queries.owed.MANY", 2)
    assert told() == ["Surat 1", "Surat 2", "Surat 0"]
