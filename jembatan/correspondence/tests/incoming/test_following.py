"""What others do to mail on its server is told here, and takes nothing away."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.done import close
from jembatan.correspondence.models import IncomingFolder, IncomingServer, Message, ServerCopy, ServerMove
from jembatan.correspondence.queries.on_server import on_server
from jembatan.correspondence.tests.incoming.dovecot import Dovecot
from jembatan.correspondence.tests.incoming.letters import letter
from jembatan.correspondence.tests.incoming.scene import fetch, keep_login
from jembatan.correspondence.watching.moving import move_done

GONE = "No longer on the mail server"


def gone(actor: Actor) -> list[str]:
    """The subjects of what is no longer there."""
    standing = on_server(actor, Message.objects.values_list("pk", flat=True))
    found = [pk for pk, each in standing.items() if each.gone_at]
    return sorted(Message.objects.filter(pk__in=found).values_list("subject", flat=True))


def test_what_a_colleague_deletes_is_told_and_stays(
    login: IncomingServer, server: Dovecot, officer: Actor, client_of: Callable[[Actor], Client]
) -> None:
    server.deliver(*map(letter, (1, 2, 3)))
    fetch(login)
    with server.client() as colleague:
        colleague.add_flags([1, 3], ["\\Deleted"])
        assert gone(officer) == []
        colleague.expunge()
    assert (fetch(login), gone(officer)) == (0, ["Permohonan 1", "Permohonan 3"])

    assert Message.objects.count() == 3
    for number, told in ((1, True), (2, False)):
        thread = Message.objects.get(subject=f"Permohonan {number}").thread_id
        assert (GONE in client_of(officer).get(f"/threads/{thread}/").text) is told


def test_what_is_only_read_or_flagged_is_no_news(
    login: IncomingServer, server: Dovecot, officer: Actor
) -> None:
    server.deliver(letter(1), letter(2))
    fetch(login)
    with server.client() as colleague:
        colleague.add_flags([1], ["\\Seen", "\\Flagged"])
        colleague.add_flags([2], ["\\Deleted"])  # and taken back, as clients with a bin do
        colleague.remove_flags([2], ["\\Deleted"])
    fetch(login)
    assert gone(officer) == []


def test_what_lies_in_another_folder_that_is_read_is_there(head: Actor, server: Dovecot) -> None:
    server.deliver(letter(1), letter(2))
    with server.client() as colleague:
        colleague.create_folder("Arsip")
    login = keep_login(head, server.tls_port, folders=("INBOX", "Arsip"))
    fetch(login)
    with server.client() as colleague:
        colleague.move([1], "Arsip")
        colleague.create_folder("Pribadi")
        colleague.move([2], "Pribadi")
    fetch(login)
    assert gone(head) == ["Permohonan 1", "Permohonan 2"]
    fetch(login, "Arsip")
    assert (gone(head), Message.objects.count()) == (["Permohonan 2"], 2)

    with server.client() as colleague:
        colleague.select_folder("Pribadi")
        colleague.move([1], "INBOX")
    fetch(login)
    assert (gone(head), Message.objects.count()) == ([], 2)


def test_one_of_two_copies_in_a_folder_is_enough(
    login: IncomingServer, server: Dovecot, officer: Actor
) -> None:
    server.deliver(letter(1), letter(1), letter(2))
    fetch(login)
    for number, expected in ((2, []), (1, ["Permohonan 1"])):
        with server.client() as colleague:
            colleague.delete_messages([number])
            colleague.expunge()
        fetch(login)
        assert gone(officer) == expected


def test_what_the_desk_has_moved_itself_is_where_it_belongs(head: Actor, server: Dovecot) -> None:
    server.deliver(letter(1), letter(2))
    login = keep_login(head, server.tls_port, done_folder="Selesai")
    fetch(login)
    close(head, Message.objects.get(subject="Permohonan 1").thread)
    ServerMove.objects.update(next_try_at=timezone.now())
    assert move_done(IncomingFolder.objects.select_related("server").get()) == 1
    fetch(login)
    assert gone(head) == []


def test_folder_with_new_numbers_is_known_again(
    login: IncomingServer, server: Dovecot, officer: Actor
) -> None:
    server.deliver(letter(1), letter(2))
    fetch(login)
    with server.client() as colleague:
        colleague.delete_messages([1])
        colleague.expunge()
    IncomingFolder.objects.update(uid_validity=1)
    fetch(login)
    assert (gone(officer), Message.objects.count()) == (["Permohonan 1"], 2)


def test_mail_that_was_set_aside_or_fetched_before_copies_were_noted_is_counted(
    login: IncomingServer, server: Dovecot, officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.deliver(letter(1), b"From: \xff\n", letter(2), letter(3))
    fetch(login)
    ServerCopy.objects.all().delete()
    fetch(login)
    assert ServerCopy.objects.filter(gone_at=None).count() == 4
    server.deliver(letter(4), letter(5))
    fetch(login)
    with server.client() as colleague:
        colleague.delete_messages([3, 5])
        colleague.expunge()
    fetch(login)
    assert gone(officer) == ["Permohonan 4"]

    def refuse(*_arguments: object) -> None:
        raise AssertionError("The folder was searched although nothing has left it.")

    monkeypatch.setattr("jembatan.correspondence.servers.imap.Conversation.uids_up_to", refuse)
    fetch(login)


def test_last_mail_that_leaves_is_told(login: IncomingServer, server: Dovecot, officer: Actor) -> None:
    server.deliver(letter(1), letter(2))
    fetch(login)
    with server.client() as colleague:
        colleague.delete_messages([1, 2])
        colleague.expunge()
    fetch(login)
    assert gone(officer) == ["Permohonan 1", "Permohonan 2"]
