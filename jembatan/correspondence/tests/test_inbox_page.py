"""The inbox's page: who reads it, who gets the buttons, and that its address is its state."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.inbox import threads_in
from jembatan.correspondence.queries.rows import page_of
from jembatan.correspondence.tests import scene

type ClientOf = Callable[[Actor], Client]


@pytest.mark.parametrize("threads", [1, 3])
def test_inbox_page_needs_the_same_queries_for_any_number_of_rows(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries, threads: int
) -> None:
    for number in range(threads):
        scene.conversation(officer.desk, f"Surat {number}", answered=number % 2 == 0)
    client = client_of(officer)

    with django_assert_max_num_queries(18):
        assert client.get("/inbox/").status_code == 200


def test_members_of_every_role_read_the_inbox(
    head: Actor, officer: Actor, drafter: Actor, reader: Actor, client_of: ClientOf
) -> None:
    scene.conversation(head.desk, "Nota kesepahaman")

    for actor in (head, officer, drafter, reader):
        response = client_of(actor).get("/inbox/")
        assert response.status_code == 200
        assert "Nota kesepahaman" in response.text


def test_only_officers_and_heads_get_the_buttons(officer: Actor, drafter: Actor, client_of: ClientOf) -> None:
    scene.conversation(officer.desk)

    assert 'data-key="e"' in client_of(officer).get("/inbox/").text
    assert 'data-key="e"' not in client_of(drafter).get("/inbox/").text


def test_stranger_gets_an_inbox_without_our_mail(
    officer: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    scene.conversation(officer.desk, "Nota kesepahaman")

    assert "Nota kesepahaman" not in client_of(stranger).get("/inbox/").text


def test_visitors_are_asked_to_sign_in(client: Client, db: None) -> None:
    assert client.get("/inbox/").status_code == 302


def test_address_is_the_state(officer: Actor, client_of: ClientOf) -> None:
    scene.conversation(officer.desk, "Mereka menunggu")
    scene.conversation(officer.desk, "Kami menunggu", answered=True)

    page = (
        client_of(officer)
        .get("/inbox/?turn=theirs&language=id&start=2026-11-01&organisation=999&owner=x")
        .text
    )

    assert "Kami menunggu" in page
    assert "Mereka menunggu" not in page


def test_next_rows_come_as_a_fragment(officer: Actor, client_of: ClientOf) -> None:
    for number in range(31):
        scene.message(scene.thread(officer.desk, f"Surat {number}"), hours=number)
    mark = page_of(officer, threads_in(officer)).next_after

    page = client_of(officer).get("/inbox/", {"after": mark})

    assert "<html" not in page.text
    assert page.text.count("mail-row") == 1
