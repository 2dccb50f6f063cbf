"""What receivers say back: on their page, in the conversation, on the clock and in the journal."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.read_back.answer import MOST_ANSWERS, say_back
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Message, ReadBack, ReadBackAnswer, ReadBackReceiver, Thread
from jembatan.correspondence.tests import scene
from jembatan.directory.actions.people import add_person
from jembatan.directory.queries.visible import visible_people
from jembatan.journal.models import Entry

type Ask = Callable[..., tuple[Message, list[str]]]
type ClientOf = Callable[[Actor], Client]
Kind, Turn = ReadBackAnswer.Kind, Thread.Turn
UNDERSTOOD, CORRECTED = {"kind": "understood"}, {"kind": "corrected", "words": "Kamis, bukan Rabu."}


def turn(message: Message) -> str:
    return Thread.objects.get(pk=message.thread_id).turn


def test_page_shows_the_mail_and_changes_nothing(ask: Ask) -> None:
    _filed, [link] = ask()
    page = Client().get(link)
    assert page.status_code == 200
    assert "Rapat dipindah ke hari Rabu." in page.text
    assert "so that we understand each other" not in page.text
    assert not ReadBackAnswer.objects.exists()


def test_page_shows_the_points(ask: Ask) -> None:
    _filed, [link] = ask(read_back_points="Rabu\npukul 10.00 WIB")
    assert "<li>Rabu</li><li>pukul 10.00 WIB</li>" in Client().get(link).text


def test_understanding_settles_the_matter(ask: Ask) -> None:
    filed, [link] = ask()
    assert turn(filed) == Turn.THEIRS

    answer = Client().post(link, UNDERSTOOD)

    assert (answer.status_code, answer.headers["Location"]) == (302, link)
    assert "You understand it so" in Client().get(link).text
    assert turn(filed) == Turn.NOBODYS


def test_understanding_does_not_settle_what_was_asked_besides(ask: Ask) -> None:
    filed, [link] = ask(text="Rapat hari Rabu. Siapa hadir?")
    Client().post(link, UNDERSTOOD)
    assert turn(filed) == Turn.THEIRS


def test_correction_makes_it_our_turn_and_opens_the_conversation(ask: Ask) -> None:
    filed, [link] = ask()
    Thread.objects.update(done_at=timezone.now())

    Client().post(link, CORRECTED)

    thread = Thread.objects.get(pk=filed.thread_id)
    answer = ReadBackAnswer.objects.get()
    assert (thread.turn, thread.turn_since, thread.last_at) == (Turn.OURS, answer.given_at, answer.given_at)
    assert thread.done_at is None


def test_our_next_mail_answers_the_correction(ask: Ask) -> None:
    filed, [link] = ask()
    Client().post(link, CORRECTED)
    later = ReadBackAnswer.objects.get().given_at + timedelta(hours=1)
    scene.answer(filed.thread, text="Baik, Kamis.", sent_at=later)
    assert turn(filed) == Turn.THEIRS


def test_matter_is_settled_when_the_last_has_understood(ask: Ask) -> None:
    filed, [first, second] = ask(to="budi@laut.example, aiko@laut.example")
    Client().post(first, UNDERSTOOD)
    assert turn(filed) == Turn.THEIRS
    Client().post(second, CORRECTED)
    assert turn(filed) == Turn.OURS
    Client().post(second, UNDERSTOOD)
    assert turn(filed) == Turn.NOBODYS


def test_answer_is_a_line_of_the_journal_once(ready: Actor, ask: Ask) -> None:
    budi = add_person(ready, "Budi Santoso", email="budi@laut.example")
    filed, [link] = ask()
    for data in (UNDERSTOOD, UNDERSTOOD, CORRECTED):
        Client().post(link, data)
    entries = Entry.objects.filter(kind="read_back.answered").order_by("pk")
    assert [(each.summary, each.detail, each.actor_name, each.source_id) for each in entries] == [
        ("Budi Santoso understands “Naskah” so.", "", "Budi Santoso", filed.pk),
        ("Budi Santoso corrects “Naskah”.", "Kamis, bukan Rabu.", "Budi Santoso", filed.pk),
    ]
    assert Entry.objects.filter(kind="read_back.answered", parties__person_id=budi.pk).count() == 2


def test_answer_stands_below_the_mail(ask: Ask, reader: Actor, client_of: ClientOf) -> None:
    filed, [link] = ask()
    client = client_of(reader)
    address = f"/threads/{filed.thread_id}/"
    assert "budi@laut.example has not said back yet what was understood" in client.get(address).text

    Client().post(link, {"kind": "corrected", "words": "<b>Kamis</b>"})

    page = client.get(address).text
    assert "budi@laut.example corrects it:" in page
    assert '<div class="mail-text">&lt;b&gt;Kamis&lt;/b&gt;</div>' in page
    assert "has not said back yet" not in page


def test_no_answer_by_its_day_is_shown(ask: Ask, reader: Actor, client_of: ClientOf) -> None:
    filed, _links = ask()
    ReadBack.objects.update(expected_by=timezone.now() - timedelta(days=1))
    assert "overdue" in client_of(reader).get(f"/threads/{filed.thread_id}/").text


def test_link_that_is_over_says_whom_to_ask(ask: Ask) -> None:
    _filed, [link] = ask()
    receiver = ReadBackReceiver.objects.select_related("read_back").get()
    over = timezone.now() - timedelta(seconds=1)
    ReadBack.objects.update(expected_by=over, until=over)
    with pytest.raises(Refused, match="The time to answer is over"):
        say_back(ReadBackReceiver.objects.get(), kind=Kind.UNDERSTOOD)
    ReadBackReceiver.objects.filter(pk=receiver.pk).delete()
    page = Client().get(link, headers={"Accept-Language": "en"})
    assert (page.status_code, "Ask whoever wrote to you." in page.text) == (410, True)


def test_correction_has_words(ask: Ask) -> None:
    _filed, [link] = ask()
    page = Client().post(link, {"kind": "corrected", "words": " "})
    assert (page.status_code, "Write in your own words how you understand it." in page.text) == (422, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReadBackAnswer.objects.create(receiver=ReadBackReceiver.objects.get(), kind="corrected")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "lain"},
        {"kind": "understood", "words": "x" * 5001},
        {"kind": "corrected", "words": "\x00"},
    ],
)
def test_what_is_no_answer_is_refused(ask: Ask, data: dict[str, str]) -> None:
    _filed, [link] = ask()
    assert Client().post(link, data or {"words": "x"}).status_code == 422
    assert not ReadBackAnswer.objects.exists()


def test_answer_is_changed_a_few_times_at_most(ask: Ask) -> None:
    ask()
    receiver = ReadBackReceiver.objects.get()
    for number in range(MOST_ANSWERS):
        say_back(receiver, kind=Kind.CORRECTED, words=f"Hari ke-{number}")
    with pytest.raises(Refused, match="many times"):
        say_back(receiver, kind=Kind.UNDERSTOOD)


def test_desk_does_not_answer_in_the_name_of_others(
    ask: Ask, officer: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    _filed, [link] = ask()
    client = client_of(officer)
    page = client.get(link).text
    assert ("Only the receiver answers here." in page, "Rapat dipindah" in page) == (True, False)
    assert client.post(link, UNDERSTOOD).status_code == 403
    assert not ReadBackAnswer.objects.exists()
    assert client_of(stranger).post(link, UNDERSTOOD).status_code == 302


def test_page_speaks_the_receiver_s_language_unless_they_chose(ready: Actor, ask: Ask) -> None:
    person = add_person(ready, "Budi Santoso", email="budi@laut.example")
    visible_people(ready).filter(pk=person.pk).update(languages=["id"])
    _filed, [link] = ask()
    client = Client()
    page = client.get(link, headers={"Accept-Language": "en"})
    assert (page.headers["Content-Language"], '<html lang="id"' in page.text) == ("id", True)
    client.cookies["language"] = "en"
    assert "Did we understand each other?" in client.get(link).text


@pytest.mark.parametrize("receivers", [1, 3])
def test_thread_page_needs_the_same_queries_for_any_number_of_answers(
    ask: Ask,
    reader: Actor,
    client_of: ClientOf,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    receivers: int,
) -> None:
    filed, links = ask(to=", ".join(f"a{number}@laut.example" for number in range(receivers)))
    for link in links:
        Client().post(link, UNDERSTOOD)
    client = client_of(reader)
    with django_assert_max_num_queries(24):
        assert client.get(f"/threads/{filed.thread_id}/").status_code == 200
