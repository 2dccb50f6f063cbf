"""A head says that mail which seems to pretend is really from a colleague: the turn follows, and the word is kept."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.filing.ourselves import doubt_old_mail
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.vouching import DOUBTED, VOUCHED, take_word_back, vouch
from jembatan.correspondence.models import Message, Sender, Thread, Vouch
from jembatan.correspondence.tests import scene
from jembatan.journal.models import Entry

HOPS = "Received: from asing.example by mx.inang.example; Sun, 29 Nov 2026 08:00:00 +0700\n"
SAYS_SO = "says that it is really from us"
BUTTON = "It is really from us"
ClientOf = Callable[[Actor], Client]


@pytest.fixture
def doubted(head: Actor) -> Message:
    """An answer in a colleague's name that a stranger handed in, as it seems."""
    assert head.user is not None
    talk = scene.conversation(head.desk)
    answer = scene.message(
        talk, email=head.user.email, to=("budi@laut.example",), head=HOPS, ours=False, pretends=True
    )
    Sender.objects.filter(messages=answer).update(state=Sender.State.OURS)
    return answer


def turn(message: Message) -> str:
    return Thread.objects.get(pk=message.thread_id).turn


def standing(message: Message) -> tuple[bool, bool, bool]:
    message.refresh_from_db()
    return message.ours, message.pretends, message.internal


def test_word_of_the_head_counts_the_turn_and_is_kept(head: Actor, doubted: Message) -> None:
    assert turn(doubted) == Thread.Turn.OURS
    for _twice in range(2):
        vouch(head, doubted)
    assert (standing(doubted)[:2], turn(doubted)) == ((True, False), Thread.Turn.THEIRS)
    assert list(Entry.objects.filter(kind=VOUCHED).values_list("source_id", flat=True)) == [doubted.pk]

    doubt_old_mail(head.desk)
    assert standing(doubted)[:2] == (True, False)

    for _twice in range(2):
        take_word_back(head, doubted)
    assert (standing(doubted), turn(doubted)) == ((False, True, False), Thread.Turn.OURS)
    assert Entry.objects.filter(kind=DOUBTED).count() == 1
    assert [
        event.pgh_label
        for event in apps.get_model("correspondence.VouchEvent")._default_manager.order_by("pgh_id")
    ] == [
        "insert",
        "delete",
    ]


def test_head_alone_gives_it_and_for_such_mail_alone(
    head: Actor, officer: Actor, stranger: Actor, doubted: Message
) -> None:
    with pytest.raises(PermissionDenied):
        vouch(officer, doubted)
    with pytest.raises(Thread.DoesNotExist):
        vouch(stranger, doubted)
    other = scene.message(doubted.thread)
    with pytest.raises(Refused, match="does not pretend"):
        vouch(head, other)
    assert not Vouch.objects.exists()


def test_page_offers_it_to_the_head_and_says_whose_word_it_was(
    head: Actor, officer: Actor, doubted: Message, client_of: ClientOf
) -> None:
    path = f"/threads/{doubted.thread_id}/"
    assert BUTTON in client_of(head).get(path).text
    assert BUTTON not in client_of(officer).get(path).text
    client_of(head).post(f"/messages/{doubted.pk}/word/")
    page = client_of(officer).get(path).text
    assert (SAYS_SO in page, "Take it back" in page) == (True, False)
    client_of(head).post(f"/messages/{doubted.pk}/word/removal/")
    assert SAYS_SO not in client_of(head).get(path).text


def test_word_of_somebody_who_has_left_stands_and_can_be_taken_back(
    head: Actor, doubted: Message, client_of: ClientOf
) -> None:
    vouch(head, doubted)
    Vouch.objects.update(user=None)
    page = client_of(head).get(f"/threads/{doubted.thread_id}/").text
    assert "The head at that time said" in page
    assert "Take it back" in page
