"""Asking for a read-back with a mail."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.outbox.take_back import take_back
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Message, ReadBack, ReadBackReceiver
from jembatan.correspondence.queries.read_back.link import receiver_behind
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.mail_server import MailServer
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.actions.people import add_person
from jembatan.platform.links import LinkTo

type Ask = Callable[..., tuple[Message, list[str]]]


def test_link_stands_between_the_words_and_the_signature(ask: Ask, server: MailServer) -> None:
    filed, links = ask()
    words, _break, rest = filed.text.partition("\n\n")
    assert words == "Rapat dipindah ke hari Rabu."
    assert len(links) == 1
    assert rest.startswith("budi@laut.example, so that we understand each other: at this address")
    assert rest.endswith("-- \nBiro")
    [taken] = server.taken
    assert isinstance(taken.content, bytes)
    assert links[0].encode() in taken.content.replace(b"=\r\n", b"")


def test_each_receiver_is_asked_in_their_language_and_form(ready: Actor, ask: Ask) -> None:
    aiko = add_person(ready, "Aiko Mori", email="aiko@laut.example")
    aiko.languages, aiko.form_of_address, aiko.call_name = ["id"], "Ibu", "Aiko"
    aiko.save()
    kenji = add_person(ready, "Kenji Ito", email="kenji@laut.example")
    kenji.languages = ["ja"]
    kenji.save()
    filed, links = ask(to="aiko@laut.example, kenji@laut.example", cc="rina@laut.example")
    assert list(ReadBackReceiver.objects.order_by("pk").values_list("name", "language", "person")) == [
        ("Ibu Aiko", "id", aiko.pk),
        ("Kenji Ito", "en", kenji.pk),
    ]
    assert len(set(links)) == 2
    assert "Kenji Ito, so that we understand each other" in filed.text
    assert "Ibu Aiko, agar kita saling memahami" in filed.text


def test_points_are_what_is_said_back(ask: Ask) -> None:
    ask(read_back_points="Rabu\n\n  pukul 10.00 WIB \n")
    asked = ReadBack.objects.get()
    assert (asked.points, asked.until - asked.expected_by < timedelta(days=24)) == (
        ["Rabu", "pukul 10.00 WIB"],
        True,
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"to": "rina@selatnusantara.example"}, "Name a receiver outside"),
        ({"to": ", ".join(f"a{n}@laut.example" for n in range(11))}, "At most 10 receivers"),
        ({"read_back_points": "a\nb\nc\nd\ne\nf"}, "At most 5 points"),
    ],
)
def test_what_cannot_be_asked_is_refused(ready: Actor, words: dict[str, Any], told: str) -> None:
    scene.sender(ready.desk, "rina@selatnusantara.example")
    with pytest.raises(Refused, match=told):
        send_draft(ready, written(ready, **{"read_back": True, **words}), confirmed=True)
    assert not ReadBack.objects.exists()


def test_mail_that_was_taken_back_has_no_links(ready: Actor) -> None:
    mail = send_draft(ready, written(ready, read_back=True))
    receiver = ReadBackReceiver.objects.get()
    to = LinkTo(receiver.pk, 1, receiver.read_back.until)
    assert receiver_behind(to) == receiver

    take_back(ready, mail)

    assert receiver_behind(to) is None
    send_draft(ready, mail.draft)
    assert ReadBackReceiver.objects.count() == 2
