"""A reply that says that somebody has left, and a hard bounce, ask whether they still hold the post."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Bounce, Message
from jembatan.correspondence.queries.bounces import bounced_among, bounces_of, open_bounces
from jembatan.correspondence.tests.test_bounces import file, report, sent
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.directory.queries.positions import is_held_on, today_at

type ClientOf = Callable[[Actor], Client]
QUESTION = "Does Budi Santoso still hold the post “Direktur, Kementerian Kelautan”?"


@pytest.fixture
def director(officer: Actor, budi: Person, ministry: Organisation) -> Person:
    """Budi, at the address to which the mail went."""
    add_contact_point(officer, budi, kind=ContactPoint.Kind.EMAIL, value="budi@laut.example")
    add_position(officer, budi, ministry, PositionFacts(title="Direktur", since=date(2024, 1, 1)))
    return budi


def reply(
    message: Message, words: str = "Saya sudah tidak bekerja di sini.", by: str = "budi@laut.example"
) -> bytes:
    """A program's answer to our mail."""
    return (
        f"From: {by}\nTo: kerjasama@selatnusantara.example\nSubject: Re: Naskah\n"
        "Date: Tue, 3 Nov 2026 09:00:00 +0700\nMessage-ID: <jawab@laut.example>\nAuto-Submitted: auto-replied\n"
        f"In-Reply-To: <{message.message_id}>\n\n{words}\n"
    ).encode()


def test_reply_asks_on_the_conversation_and_at_the_person(
    officer: Actor, reader: Actor, director: Person, client_of: ClientOf
) -> None:
    message = sent(officer)
    file(officer, reply(message))
    paths = (f"/threads/{message.thread_id}/", f"/directory/people/{director.pk}/")

    for path in paths:
        page = client_of(officer).get(path).text
        assert "A reply from budi@laut.example says that somebody has left." in page
        assert "“Saya sudah tidak bekerja di sini.”" in page
        assert QUESTION in page
        assert ("Still there" in page, "Still there" in client_of(reader).get(path).text) == (True, False)
    assert is_held_on(Position.objects.get(), today_at(officer.desk))

    client_of(officer).post(f"/bounces/{Bounce.objects.get().pk}/settlement/")
    assert QUESTION not in client_of(officer).get(paths[1]).text


def test_question_is_over_when_the_post_is(officer: Actor, director: Person, client_of: ClientOf) -> None:
    message = sent(officer)
    file(officer, reply(message))
    client_of(officer).post(f"/directory/positions/{Position.objects.get().pk}/end/")
    assert QUESTION not in client_of(officer).get(f"/threads/{message.thread_id}/").text


def test_address_that_does_not_exist_asks_the_same(
    officer: Actor, director: Person, client_of: ClientOf
) -> None:
    sent(officer)
    file(officer, report())
    assert QUESTION in client_of(officer).get(f"/directory/people/{director.pk}/").text


def test_mail_to_them_has_not_come_back(officer: Actor, director: Person) -> None:
    file(officer, reply(sent(officer)))
    assert bounced_among(officer, ["budi@laut.example"]) == set()


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Saya cuti sampai Senin.", "budi@laut.example"),
        ("Saya sudah tidak bekerja di sini.", "x@x.example"),
        ("Baik.\n\n> Ibu Retno sudah tidak bekerja di sini.", "budi@laut.example"),
    ],
)
def test_other_words_and_other_people_ask_nothing(
    officer: Actor, director: Person, words: str, by: str
) -> None:
    message = sent(officer)
    file(officer, reply(message, words, by))
    assert open_bounces(officer, message.thread) == []


@pytest.mark.parametrize("count", [1, 3])
def test_questions_take_a_constant_number_of_queries(
    officer: Actor,
    director: Person,
    ministry: Organisation,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    file(officer, reply(sent(officer)))
    for number in range(1, count):
        add_position(officer, director, ministry, PositionFacts(title=f"Ketua {number}"))
    with django_assert_num_queries(4):
        [asked] = bounces_of(officer, director)
    assert len(asked.held) == count
