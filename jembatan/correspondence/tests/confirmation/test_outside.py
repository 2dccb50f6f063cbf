"""The page outside, and the links that do not open it."""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.ask import ask_to_confirm
from jembatan.correspondence.actions.outbox.take_back import take_back
from jembatan.correspondence.models import Confirmation, OutgoingMail
from jembatan.correspondence.queries.confirmation.link import PURPOSE
from jembatan.correspondence.tests.confirmation.scene import over, page_of, typed
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.models import Person
from jembatan.journal.models import Entry
from jembatan.platform.links import LinkUnreadable, read

type ClientOf = Callable[[Actor], Client]
State = Confirmation.State


def test_page_shows_their_own_data_and_nothing_else(asked: Confirmation) -> None:
    Person.objects.update(note="Rahasia kami", tags=["sulit"])
    page = Client().get(page_of(asked))

    assert page.status_code == 200
    for words in ("Ibu Retno", "Retno Kusumawati", "Direktur", "retno@laut.example", "+62 812 3456 7890"):
        assert words in page.text
    for words in ("Rahasia kami", "sulit"):
        assert words not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_opening_the_page_changes_nothing(asked: Confirmation) -> None:
    before = Confirmation.objects.values().get()
    Client().get(page_of(asked))
    Client().head(page_of(asked))
    assert Confirmation.objects.values().get() == before


def test_all_is_right_is_kept_and_shown(asked: Confirmation, reader: Actor, client_of: ClientOf) -> None:
    address = f"/directory/people/{asked.person_id}/"
    assert "Asked to confirm on" in client_of(reader).get(address).text

    told = Client().post(page_of(asked), {"right": "1"})

    assert (told.status_code, Confirmation.objects.get().state) == (302, State.CONFIRMED)
    assert "You have confirmed that all is right." in Client().get(page_of(asked)).text
    assert "Confirmed on" in client_of(reader).get(address).text
    [entry] = Entry.objects.filter(kind="confirmation.answered")
    assert (entry.summary, entry.actor_name) == (
        "Retno Kusumawati confirms what we have.",
        "Retno Kusumawati",
    )


def test_links_that_open_nothing(officer: Actor, asked: Confirmation) -> None:
    good = page_of(asked)
    for path in (good[:-3] + "xx/", page_of(asked, purpose="consultation"), "/confirmation/1-1-1/"):
        assert (Client().get(path).status_code, Client().post(path, {"right": "1"}).status_code) == (404, 404)
    over(asked)
    expired = page_of(asked)
    ask_to_confirm(officer, asked.person)
    for path in (good, expired):
        assert (Client().get(path).status_code, Client().post(path, {"right": "1"}).status_code) == (410, 410)
    assert Confirmation.objects.get().state == State.ASKED


def test_link_ends_with_the_mail_and_with_the_person(officer: Actor, asked: Confirmation) -> None:
    remove_party(officer, asked.person)
    assert Client().get(page_of(asked)).status_code == 410
    Person.objects.update(removed_at=None)
    take_back(officer, OutgoingMail.objects.get())
    page = Client().get(page_of(asked))
    assert (page.status_code, "retno@laut.example" in page.text) == (410, False)


def test_answered_once(asked: Confirmation) -> None:
    Client().post(page_of(asked), {"right": "1"})
    again = Client().post(page_of(asked), typed(asked.person, full_name="Lain"))
    assert (again.status_code, Confirmation.objects.get().corrections) == (200, {})


def test_desk_does_not_answer_in_the_name_of_others(
    officer: Actor, stranger: Actor, asked: Confirmation, client_of: ClientOf
) -> None:
    client = client_of(officer)
    assert "retno@laut.example" not in client.get(page_of(asked)).text
    assert client.post(page_of(asked), {"right": "1"}).status_code == 403
    assert client_of(stranger).post(page_of(asked), {"right": "1"}).status_code == 302


def test_form_of_another_site_is_refused(asked: Confirmation) -> None:
    assert Client(enforce_csrf_checks=True).post(page_of(asked), {"right": "1"}).status_code == 403


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_no_token_that_was_not_signed_is_read(token: str) -> None:
    with pytest.raises(LinkUnreadable):
        read(PURPOSE, token)
