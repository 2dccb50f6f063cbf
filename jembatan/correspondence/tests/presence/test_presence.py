"""Who else is at a conversation, and that two answers to one letter meet before they leave."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.correspondence.actions.drafts.start import start_answer
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.outbox.checks import objections
from jembatan.correspondence.actions.outbox.collision import ask_collision
from jembatan.correspondence.actions.outbox.send import Unconfirmed, send_draft
from jembatan.correspondence.actions.presence import look_at
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft, Message, Presence
from jembatan.correspondence.queries.presence import Present, begun_by_others, others_among, others_at
from jembatan.correspondence.tests import outbox_scene, scene
from jembatan.correspondence.tests.mail_server import MailServer, mail_server

type ClientOf = Callable[[Actor], Client]


def asked(actor: Actor) -> Message:
    return scene.message(scene.thread(actor.desk))


def write(actor: Actor, message: Message, text: str = "Naskah kami setujui.") -> Draft:
    draft = start_answer(actor, message, kind=Draft.Kind.REPLY, own=True)
    words = Content(from_address=draft.from_address, to=draft.to, subject=draft.subject, text=text)
    return save_draft(actor, draft, words, version=draft.version)


def test_colleagues_see_who_is_looking(officer: Actor, second_officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    look_at(second_officer, thread)
    look_at(officer, thread)

    assert [each.user.full_name for each in others_at(officer, thread)] == ["Maria Lengkong"]
    assert [each.user.full_name for each in others_at(second_officer, thread)] == ["Bagus Prasetyo"]


def test_closed_page_is_forgotten(officer: Actor, second_officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    look_at(second_officer, thread)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=41))

    assert others_at(officer, thread) == []


def test_beats_of_one_page_are_one_row(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    look_at(officer, thread)
    look_at(officer, thread)

    assert Presence.objects.count() == 1


def test_whoever_types_is_writing(officer: Actor, second_officer: Actor) -> None:
    message = asked(officer)
    look_at(second_officer, message.thread)
    draft = write(second_officer, message)
    assert second_officer.user is not None

    assert others_at(officer, message.thread) == [Present(second_officer.user, draft)]
    Draft.objects.update(saved_at=timezone.now() - timedelta(seconds=61))
    assert others_at(officer, message.thread) == [Present(second_officer.user)]


def test_page_beats_and_names_the_others(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    message = asked(officer)
    write(officer, message)

    page = client_of(reader).post(f"/threads/{message.thread_id}/presence/").text
    assert "Bagus Prasetyo is writing an answer" in page
    assert "/drafts/" not in page
    assert "Yohana Tefa is looking at this" in client_of(officer).get(f"/threads/{message.thread_id}/").text


@pytest.mark.parametrize("colleagues", [1, 3])
def test_beat_needs_the_same_queries_for_any_number(
    cast_of: list[Actor],
    client_of: ClientOf,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    colleagues: int,
) -> None:
    officer, *others = cast_of
    thread = scene.conversation(officer.desk)
    for other in others[:colleagues]:
        look_at(other, thread)
    client = client_of(officer)

    with django_assert_max_num_queries(16):
        page = client.post(f"/threads/{thread.pk}/presence/").text
    assert page.count("is looking at this") == colleagues


def test_inbox_shows_in_a_row_who_looks_and_who_writes(
    officer: Actor, second_officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    written, looked_at = asked(officer), asked(officer)
    write(second_officer, written)
    look_at(reader, looked_at.thread)
    client = client_of(officer)

    for page in (client.get("/inbox/").text, client.get("/inbox/presence/").text):
        of_written, of_looked_at = (
            page.partition(f'id="others-{each.thread_id}"')[2].partition("</span></span>")[0]
            for each in (written, looked_at)
        )
        assert "Is writing an answer:" in of_written
        assert "Maria Lengkong" in of_written
        assert "Is looking at this:" in of_looked_at
        assert "Yohana Tefa" in of_looked_at


def test_nobody_learns_who_is_at_what_they_may_not_see(
    officer: Actor, second_officer: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    closed = scene.conversation(officer.desk)
    assert second_officer.user is not None
    scene.restrict(closed, second_officer.user)
    look_at(second_officer, closed)

    for actor in (reader, stranger):
        assert others_among(actor) == {}
    assert len(others_among(Actor(desk=officer.desk, role=Role.HEAD, user=officer.user))) == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_inbox_needs_the_same_queries_for_any_number_of_colleagues(
    cast_of: list[Actor], client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    officer, *others = cast_of
    for number, other in enumerate(others[:rows]):
        message = asked(officer)
        look_at(other, message.thread)
        write(others[number - 1], message)

    with django_assert_num_queries(3):
        assert len(others_among(officer)) == rows


def test_colleagues_hear_once_that_somebody_has_begun_to_write(
    officer: Actor, second_officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[list[int]] = []
    message = asked(officer)
    draft = start_answer(officer, message, kind=Draft.Kind.REPLY, own=True)
    monkeypatch.setattr(
        "jembatan.correspondence.actions.drafts.write.tell", lambda desk, topic, ids, by: heard.append(ids)
    )
    for text in ("Y", "Yt", "Yth"):
        words = Content(from_address=draft.from_address, to=draft.to, subject=draft.subject, text=text)
        draft = save_draft(officer, draft, words, version=draft.version)

    assert heard == [[message.thread_id]]


@pytest.fixture
def cast_of(officer: Actor, head: Actor, second_officer: Actor, drafter: Actor) -> list[Actor]:
    return [officer, head, second_officer, drafter]


def test_second_reply_is_told_of_the_first_before_the_composer_opens(
    officer: Actor, second_officer: Actor, client_of: ClientOf
) -> None:
    message = asked(officer)
    theirs = write(second_officer, message, "Kami hadir.")
    client = client_of(officer)

    page = client.post(f"/messages/{message.pk}/answers/", {"kind": "reply"})
    assert page.status_code == 409
    assert "Maria Lengkong has just started a reply." in page.text
    assert f"/drafts/{theirs.pk}/" in page.text
    assert Draft.objects.count() == 1

    own = client.post(f"/messages/{message.pk}/answers/", {"kind": "reply", "own": "1"})
    mine = Draft.objects.exclude(pk=theirs.pk).get()
    assert own.headers["Location"] == f"/drafts/{mine.pk}/"
    again = client.post(f"/messages/{message.pk}/answers/", {"kind": "reply", "own": "1"})
    assert again.headers["Location"] == f"/drafts/{mine.pk}/"


def test_ones_own_reply_opens_at_once(officer: Actor, client_of: ClientOf) -> None:
    message = asked(officer)
    draft = write(officer, message)

    answer = client_of(officer).post(f"/messages/{message.pk}/answers/", {"kind": "reply"})
    assert answer.headers["Location"] == f"/drafts/{draft.pk}/"
    assert begun_by_others(officer, message) == []


def test_forwarding_collides_with_nothing(officer: Actor, second_officer: Actor, client_of: ClientOf) -> None:
    message = asked(officer)
    write(second_officer, message)

    assert client_of(officer).post(f"/messages/{message.pk}/answers/", {"kind": "forward"}).status_code == 302


def test_sending_is_told_that_a_colleague_has_sent(
    officer: Actor, second_officer: Actor, heard: MailServer
) -> None:
    outbox_scene.sending_address(officer.desk, heard)
    message = asked(officer)
    mine, theirs = write(officer, message), write(second_officer, message, "Kami hadir.")
    send_draft(second_officer, theirs, confirmed=True)

    with pytest.raises(Unconfirmed, match="Maria Lengkong has answered this conversation since you began"):
        send_draft(officer, mine)
    assert send_draft(officer, mine, confirmed=True).draft == mine


def test_answer_from_elsewhere_is_told_too(officer: Actor, letter: Letter) -> None:
    message = asked(officer)
    draft = write(officer, message)
    assert ask_collision(officer, draft, letter) == []

    scene.answer(message.thread, sent_at=timezone.now(), text="Sudah saya jawab dari telepon.")
    assert [each.final for each in ask_collision(officer, draft, letter)] == [False]
    assert "Sudah saya jawab dari telepon." in ask_collision(officer, draft, letter)[0].text
    assert any("Sudah saya jawab" in each.text for each in objections(officer, draft, letter))


def test_ones_own_answers_and_old_ones_are_no_collision(officer: Actor, letter: Letter) -> None:
    message = asked(officer)
    scene.answer(message.thread)

    assert ask_collision(officer, write(officer, message), letter) == []


@pytest.fixture
def heard() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def letter() -> Letter:
    return Letter(message_id="a@b.example", date=timezone.now(), sender=Address("", "biro@b.example"))
