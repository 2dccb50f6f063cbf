"""What the desk has done with leaves the inbox of its server, if the head wishes so; nothing is lost, and nothing comes twice."""

import os
import signal
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import timezone
from imapclient import IMAPClient

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.done import close, reopen
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming, pause_incoming
from jembatan.correspondence.models import IncomingFolder, IncomingServer, Message, ServerMove, Thread
from jembatan.correspondence.servers.troubles import Trouble
from jembatan.correspondence.tests.forked import forked
from jembatan.correspondence.tests.incoming.dovecot import USER, Dovecot, dovecot
from jembatan.correspondence.tests.incoming.letters import letter
from jembatan.correspondence.tests.incoming.scene import fetch, keep_login
from jembatan.correspondence.watching.moving import move_done

DONE = "Selesai"
WITHOUT_MOVE = "IMAP4rev1 SASL-IR LITERAL+ AUTH=PLAIN UIDPLUS IDLE"
WITH_NEITHER = "IMAP4rev1 SASL-IR LITERAL+ AUTH=PLAIN"


@pytest.fixture(params=["", WITHOUT_MOVE], ids=["move", "copy"])
def either(server: Dovecot, request: pytest.FixtureRequest) -> Iterator[Dovecot]:
    """A server with MOVE, and one without."""
    with dovecot(capabilities=request.param) as running:
        yield running


def desk_at(server: Dovecot, head: Actor, *letters: bytes) -> IncomingServer:
    """The desk has fetched these letters, and wishes what is done to be moved."""
    server.deliver(*letters)
    login = keep_login(head, server.tls_port, done_folder=DONE)
    fetch(login)
    return login


def thread(number: int) -> Thread:
    """The conversation of a letter."""
    return Message.objects.get(subject=f"Permohonan {number}").thread


def carry_out() -> int:
    """What the process that watches does every few seconds."""
    ServerMove.objects.update(next_try_at=timezone.now())
    return move_done(IncomingFolder.objects.select_related("server").get())


def lying_in(server: Dovecot, folder: str) -> list[bytes]:
    """The messages of a folder that nobody has deleted."""
    with server.client() as colleague:
        if not colleague.folder_exists(folder):
            return []
        colleague.select_folder(folder, readonly=True)
        found = colleague.fetch(colleague.search("UNDELETED"), ["BODY.PEEK[]"])
    return sorted(facts[b"BODY[]"] for facts in found.values())


def test_closed_conversation_leaves_the_inbox_and_comes_back(either: Dovecot, head: Actor) -> None:
    login = desk_at(either, head, letter(1), letter(2))
    close(head, thread(1))
    assert (carry_out(), carry_out()) == (1, 0)
    assert (lying_in(either, "INBOX"), lying_in(either, DONE)) == ([letter(2)], [letter(1)])
    assert (fetch(login), Message.objects.count()) == (0, 2)

    reopen(head, thread(1))
    assert (carry_out(), carry_out()) == (1, 0)
    assert (lying_in(either, "INBOX"), lying_in(either, DONE)) == ([letter(1), letter(2)], [])
    fetch(login)
    assert (Message.objects.count(), ServerMove.objects.count()) == (2, 0)


def test_letter_of_the_same_name_stays(either: Dovecot, head: Actor) -> None:
    other = letter(1).replace(b"29 Nov 2026", b"28 Nov 2026")
    longer = letter(1).replace(b"<surat-1@", b"<lain-surat-1@")
    desk_at(either, head, letter(1), other, longer)
    close(head, Message.objects.get(message_id="surat-1@mitra.example").thread)
    assert carry_out() == 1
    assert (lying_in(either, "INBOX"), lying_in(either, DONE)) == (sorted([other, longer]), [letter(1)])


def test_try_that_broke_off_after_copying_is_carried_on(server: Dovecot, head: Actor) -> None:
    with dovecot(capabilities=WITHOUT_MOVE) as running:
        desk_at(running, head, letter(1), letter(2))
        with running.client() as half:
            half.create_folder(DONE)
            half.copy([1], DONE)
            half.add_flags([2], ["\\Deleted"])  # a colleague's, in the middle of work
        close(head, thread(1))
        assert (carry_out(), lying_in(running, DONE)) == (1, [letter(1)])
        with running.client() as colleague:
            assert colleague.search() == [2]


@pytest.mark.django_db(transaction=True)
def test_process_killed_between_marking_and_removing_leaves_nothing_behind(
    server: Dovecot, head: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dovecot(capabilities=WITHOUT_MOVE) as running:
        desk_at(running, head, letter(1), letter(2), letter(3))
        with running.client() as colleague:
            colleague.add_flags([2], ["\\Deleted"])  # in the middle of work, and not ours to end
        close(head, thread(1))
        assert os.WIFSIGNALED(os.waitpid(forked(lambda: _dying(monkeypatch)), 0)[1])
        assert lying_in(running, DONE) == [letter(1)]
        with running.client() as colleague:
            assert (colleague.search(), colleague.search("DELETED")) == ([1, 2, 3], [1, 2])

        assert (carry_out(), lying_in(running, DONE)) == (0, [letter(1)])
        with running.client() as colleague:
            assert (colleague.search(), colleague.search("DELETED")) == ([2, 3], [2])
        reopen(head, thread(1))
        assert carry_out() == 1
        assert (lying_in(running, "INBOX"), lying_in(running, DONE)) == ([letter(1), letter(3)], [])


def _dying(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_arguments: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(IMAPClient, "uid_expunge", die)
    carry_out()


def test_what_was_done_before_is_moved_when_it_is_wished(
    server: Dovecot, head: Actor, client_of: Callable[[Actor], Client]
) -> None:
    server.deliver(*map(letter, (1, 2, 3)))
    login = keep_login(head, server.tls_port)
    fetch(login)
    close(head, thread(1))
    close(head, thread(2))
    facts = {name: getattr(login, name) for name in ("host", "port", "username", "token_url", "sign_in")}
    login = keep_incoming(
        head, login, facts=facts | {"done_folder": DONE}, folders=["INBOX"], secrets=Secrets()
    )
    close(head, thread(3))
    reopen(head, thread(2))

    client = client_of(head)
    assert "0 of 2 messages have been moved to “Selesai”" in client.get("/settings/receiving/").text
    ServerMove.objects.filter(message__subject="Permohonan 3").update(target="../tidak/mungkin")
    assert carry_out() == 1
    assert "1 of 2 messages have been moved to “Selesai”" in client.get("/settings/receiving/").text
    ServerMove.objects.update(target=DONE)
    assert (carry_out(), lying_in(server, DONE)) == (1, [letter(1), letter(3)])
    assert "have been moved to" not in client.get("/settings/receiving/").text


def test_try_that_broke_off_after_moving_is_remembered(server: Dovecot, head: Actor) -> None:
    desk_at(server, head, letter(1))
    close(head, thread(1))
    carry_out()
    ServerMove.objects.update(moved_at=None)
    assert (carry_out(), lying_in(server, DONE)) == (0, [letter(1)])
    assert ServerMove.objects.get().moved_at is not None


def test_what_a_colleague_has_moved_or_deleted_is_left_alone(server: Dovecot, head: Actor) -> None:
    desk_at(server, head, letter(1), letter(2))
    with server.client() as colleague:
        colleague.create_folder("Arsip")
        colleague.move([1], "Arsip")
        colleague.add_flags([2], ["\\Deleted"])
    close(head, thread(1))
    close(head, thread(2))
    assert (carry_out(), ServerMove.objects.count()) == (0, 0)
    assert (lying_in(server, "Arsip"), lying_in(server, DONE)) == ([letter(1)], [])


def test_wish_of_a_conversation_that_is_open_again_is_dropped(server: Dovecot, head: Actor) -> None:
    desk_at(server, head, letter(1))
    close(head, thread(1))
    reopen(head, thread(1))
    assert (carry_out(), ServerMove.objects.count(), lying_in(server, "INBOX")) == (0, 0, [letter(1)])


def test_nothing_is_moved_unless_it_is_wished(server: Dovecot, head: Actor) -> None:
    server.deliver(letter(1))
    fetch(keep_login(head, server.tls_port))
    close(head, thread(1))
    assert (ServerMove.objects.count(), carry_out(), lying_in(server, "INBOX")) == (0, 0, [letter(1)])


def test_wishes_end_with_the_option(server: Dovecot, head: Actor) -> None:
    login = desk_at(server, head, letter(1))
    close(head, thread(1))
    facts = {name: getattr(login, name) for name in ("host", "port", "username", "token_url")}
    keep_incoming(head, login, facts=facts | {"done_folder": ""}, folders=["INBOX"], secrets=Secrets())
    assert ServerMove.objects.count() == 0


def test_paused_mailbox_moves_nothing(server: Dovecot, head: Actor) -> None:
    login = desk_at(server, head, letter(1))
    close(head, thread(1))
    pause_incoming(head, login, paused=True)
    assert carry_out() == 0
    pause_incoming(head, login, paused=False)
    assert carry_out() == 1


def test_server_that_is_down_is_tried_again(
    server: Dovecot, head: Actor, client_of: Callable[[Actor], Client]
) -> None:
    desk_at(server, head, letter(1))
    close(head, thread(1))
    server.stop()
    assert carry_out() == 0
    wish = ServerMove.objects.get()
    assert (wish.tries, wish.trouble, wish.next_try_at > timezone.now()) == (1, Trouble.CLOSED, True)
    page = client_of(head).get("/settings/receiving/").text
    assert "What is done cannot be moved on the server yet: The server is there" in page
    server.start()
    assert (carry_out(), lying_in(server, DONE)) == (1, [letter(1)])
    assert "What is done cannot be moved" not in client_of(head).get("/settings/receiving/").text


def test_server_that_cannot_move_is_named(server: Dovecot, head: Actor) -> None:
    with dovecot(capabilities=WITH_NEITHER) as running:
        desk_at(running, head, letter(1))
        close(head, thread(1))
        assert (carry_out(), ServerMove.objects.get().trouble) == (0, Trouble.NO_MOVE)
        assert lying_in(running, "INBOX") == [letter(1)]


def test_letter_that_the_server_refuses_holds_up_no_other(server: Dovecot, head: Actor) -> None:
    desk_at(server, head, letter(1), letter(2))
    close(head, thread(1))
    close(head, thread(2))
    ServerMove.objects.filter(message__subject="Permohonan 1").update(target="../tidak/mungkin")
    assert (carry_out(), lying_in(server, DONE)) == (1, [letter(2)])
    assert ServerMove.objects.get(moved_at=None).trouble == Trouble.SAID_NO


def test_folder_for_what_is_done_is_not_read_itself(
    head: Actor, client_of: Callable[[Actor], Client]
) -> None:
    typed = {
        "username": USER,
        "host": "imap.selatnusantara.example",
        "port": "993",
        "security": "tls",
        "sign_in": "password",
        "folders": "INBOX\nSelesai",
        "done_folder": "Selesai",
    }
    answer = client_of(head).post("/settings/receiving/new/", typed)
    assert "What is done needs a folder that is not read itself." in answer.text
    client_of(head).post("/settings/receiving/new/", typed | {"folders": "INBOX"})
    assert IncomingServer.objects.get().done_folder == "Selesai"
