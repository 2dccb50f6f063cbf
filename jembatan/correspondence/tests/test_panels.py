"""What correspondence shows on the pages of others, and its part in the search."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Sender, Thread
from jembatan.correspondence.queries.search import MessageSource
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web import conversations, day, panels
from jembatan.platform.markings import Marking


@pytest.fixture
def request_of_a_page(rf: RequestFactory) -> HttpRequest:
    return rf.get("/")


def test_waiting_shows_what_is_due_first(officer: Actor, request_of_a_page: HttpRequest) -> None:
    for number in range(9):
        scene.message(scene.thread(officer.desk, f"Surat {number}"), hours=72 * (20 - number))
    scene.conversation(officer.desk, "Dijawab", answered=True)

    ours = day.waiting_on_us(request_of_a_page, officer, None)
    theirs = day.waiting_on_others(request_of_a_page, officer, None)

    assert ours.count("row-title") == 7
    assert ours.index("Surat 8") < ours.index("Surat 7")
    assert "Surat 1" not in ours
    assert "/inbox/?turn=ours" in ours
    assert theirs.count("row-title") == 1


def test_panels_say_nothing_where_there_is_nothing(officer: Actor, request_of_a_page: HttpRequest) -> None:
    budi = scene.person(officer.desk)

    assert day.waiting_on_us(request_of_a_page, officer, None) == ""
    assert conversations.turn_with(request_of_a_page, officer, budi) == ""
    assert panels.latest_mail(request_of_a_page, officer, budi) == ""


def test_party_s_page_shows_open_conversations_and_latest_mail(
    officer: Actor, stranger: Actor, request_of_a_page: HttpRequest
) -> None:
    ministry = scene.organisation(officer.desk)
    scene.conversation(officer.desk, "Nota kesepahaman")
    Sender.objects.filter(email="budi@laut.example").update(organisation=ministry)

    assert "Nota kesepahaman" in conversations.turn_with(request_of_a_page, officer, ministry)
    assert f"/inbox/?organisation={ministry.pk}" in panels.latest_mail(request_of_a_page, officer, ministry)
    assert panels.latest_mail(request_of_a_page, stranger, ministry) == ""


def test_dossier_s_page_shows_its_conversations(
    head: Actor, officer: Actor, request_of_a_page: HttpRequest
) -> None:
    dossier = scene.restrict(scene.conversation(head.desk, "Rahasia"))

    assert "Rahasia" in conversations.threads_of_dossier(request_of_a_page, head, dossier)
    assert conversations.threads_of_dossier(request_of_a_page, officer, dossier) == ""


def test_search_finds_words_of_subject_name_and_text(officer: Actor, stranger: Actor) -> None:
    talk = scene.thread(officer.desk, "Nota kesepahaman", marking=Marking.AMBER)
    message = scene.message(talk, text="Rancangan perjanjian pelabuhan terlampir.")

    for words in ("pelabuhan", "kesepahaman", "santoso", "budi@laut.example"):
        [hit] = MessageSource().find(officer, words, limit=5)
        assert (hit.title, hit.marking) == ("Nota kesepahaman", Marking.AMBER)
        assert hit.url == f"/messages/{message.pk}/"
    assert "<mark>" in MessageSource().find(officer, "pelabuhan", limit=5)[0].snippet
    assert MessageSource().find(stranger, "pelabuhan", limit=5) == []


def test_search_says_whose_turn_it_is_while_the_conversation_is_open(officer: Actor) -> None:
    talk = scene.conversation(officer.desk)
    said = []
    for fields in (
        {"turn": Thread.Turn.OURS},
        {"turn": Thread.Turn.NOBODYS},
        {"turn": Thread.Turn.OURS, "done_at": timezone.now()},
    ):
        Thread.objects.filter(pk=talk.pk).update(**fields)
        [hit] = MessageSource().find(officer, "tanggapan", limit=5)
        said.append(hit.subtitle)

    assert said == ["Budi Santoso · our turn", "Budi Santoso", "Budi Santoso"]


def test_search_keeps_restricted_dossiers_closed(head: Actor, officer: Actor) -> None:
    talk = scene.conversation(head.desk)
    scene.restrict(talk)

    assert len(MessageSource().find(head, "tanggapan", limit=5)) == 1
    assert MessageSource().find(officer, "tanggapan", limit=5) == []
    assert Thread.objects.count() == 1
