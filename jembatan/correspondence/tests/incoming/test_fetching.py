"""What is on a server becomes mail of the desk: each message once, whatever happens to server, connection and message."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming
from jembatan.correspondence.actions.incoming.signing_in import server_of
from jembatan.correspondence.formats.workshop import Workshop
from jembatan.correspondence.importer import arriving, fetching
from jembatan.correspondence.importer.arriving import Moved, Position, take_in
from jembatan.correspondence.importer.fetching import Fetch
from jembatan.correspondence.importer.run import take_all
from jembatan.correspondence.importer.windows import Window
from jembatan.correspondence.models import IncomingFolder, IncomingServer, MailboxAccount, Message, Sender
from jembatan.correspondence.queries.mailboxes import mailbox_accounts
from jembatan.correspondence.servers.imap import connected
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble
from jembatan.correspondence.tests.incoming.dovecot import PASSWORD, USER, Dovecot
from jembatan.correspondence.tests.incoming.letters import letter
from jembatan.correspondence.tests.incoming.scene import fetch, keep_login
from jembatan.journal.models import Entry
from jembatan.platform.imports.models import Batch, QuarantinedItem

FIGURES = ("read", "filed", "updated", "duplicates", "quarantined")


def subjects() -> list[str]:
    """Of all mail that is filed."""
    return sorted(Message.objects.values_list("subject", flat=True))


def figures(batch: Batch) -> list[int]:
    """read, filed, updated, duplicates, quarantined."""
    return [getattr(batch, name) for name in FIGURES]


def test_what_is_new_is_filed_once(login: IncomingServer, server: Dovecot) -> None:
    server.deliver(letter(1), letter(2))
    assert (fetch(login), fetch(login)) == (2, 0)
    server.deliver(letter(3))
    assert fetch(login) == 1

    assert subjects() == ["Permohonan 1", "Permohonan 2", "Permohonan 3"]
    folder = IncomingFolder.objects.select_related("mailbox").get()
    assert (folder.last_uid, str(folder.mailbox)) == (3, USER)
    assert Entry.objects.filter(kind="mail.received").count() == 3
    assert Sender.objects.filter(state=Sender.State.WAITING).count() == 3


def test_a_day_is_one_import_that_balances(login: IncomingServer, server: Dovecot, head: Actor) -> None:
    for number in (1, 2):
        server.deliver(letter(number), letter(number))
        fetch(login)

    batch = Batch.objects.get()
    assert (figures(batch), batch.state, batch.label) == ([4, 2, 0, 2, 0], Batch.State.DONE, USER)
    account = MailboxAccount.objects.get()
    assert [getattr(account, name) for name in FIGURES] == [4, 2, 0, 2, 0]
    [shown] = mailbox_accounts(head)
    assert (shown.messages, shown.read, shown.balanced) == (2, 4, True)


def test_mail_that_a_colleague_read_first_comes_too(login: IncomingServer, server: Dovecot) -> None:
    server.deliver(letter(1))
    with server.client() as colleague:
        colleague.fetch([1], ["BODY[]"])
    assert (fetch(login), subjects()) == (1, ["Permohonan 1"])


def test_other_numbers_file_nothing_twice(login: IncomingServer, server: Dovecot) -> None:
    server.deliver(letter(1), letter(2))
    fetch(login)
    before = IncomingFolder.objects.get().uid_validity
    server.stop()
    for kept in (server.home / "mail" / USER).glob("dovecot*"):
        kept.unlink()
    server.start()
    server.deliver(letter(3))

    assert fetch(login) == 3
    assert IncomingFolder.objects.get().uid_validity != before
    assert subjects() == ["Permohonan 1", "Permohonan 2", "Permohonan 3"]
    assert figures(Batch.objects.get()) == [5, 3, 0, 2, 0]


def test_server_that_is_started_again(login: IncomingServer, server: Dovecot) -> None:
    server.deliver(letter(1))
    fetch(login)
    server.stop()
    with pytest.raises(ServerTrouble) as trouble:
        fetch(login)
    server.start()
    server.deliver(letter(2))
    assert (trouble.value.trouble, fetch(login)) == (Trouble.CLOSED, 1)


def test_connection_that_is_lost_in_the_middle(
    head: Actor, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MOST_MESSAGES", 2)
    server.deliver(*(letter(number, text="x" * 20_000) for number in range(10)))
    with cut_after(70_000, to=server.port) as port:
        login = keep_login(head, port, security="none")
        with pytest.raises(ServerTrouble) as trouble:
            fetch(login)
    half = len(subjects())
    IncomingServer.objects.update(port=server.port)

    assert (trouble.value.trouble, 0 < half < 10) == (Trouble.HUNG_UP, True)
    assert fetch(login) == 10 - half
    assert len(subjects()) == 10


def test_poisoned_messages_stop_nobody(
    login: IncomingServer, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    nested = letter(7).replace(b"\r\n\r\n", b"\r\nContent-Type: message/rfc822\r\n\r\n" * 3000, 1)
    nul = b"Subject: \x00\xff\r\n\r\n\x00"
    server.deliver(letter(1), nested, nul, b"not a mail at all\r\n", letter(2))

    assert fetch(login) == 5
    assert {"Permohonan 1", "Permohonan 2"} <= set(subjects())
    batch = Batch.objects.get()
    assert batch.read == 5
    assert batch.quarantined == QuarantinedItem.objects.count()


def test_message_that_breaks_the_filing_is_set_aside_with_its_bytes(
    login: IncomingServer, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = take_all

    def break_at_three(job: object, found: list[Window], workshop: Workshop, arrived_at: str) -> object:
        if any(b"surat-3@" in message.raw for window in found for message, _known in window.messages):
            raise RecursionError
        return taken(job, found, workshop, arrived_at=arrived_at)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(arriving, "take_all", break_at_three)
    server.deliver(*map(letter, range(1, 6)))

    assert fetch(login) == 5
    assert subjects() == [f"Permohonan {number}" for number in (1, 2, 4, 5)]
    item = QuarantinedItem.objects.get()
    assert (bytes(item.raw), item.position) == (letter(3), 3)
    assert figures(Batch.objects.get()) == [5, 4, 0, 0, 1]
    assert fetch(login) == 0


def test_of_a_huge_message_the_beginning_is_kept(
    login: IncomingServer, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 10_000)
    monkeypatch.setattr(fetching, "KEPT_OF_HUGE", 500)
    huge = letter(2, text="x" * 20_000)
    server.deliver(letter(1), huge, letter(3))

    fetch(login)
    assert subjects() == ["Permohonan 1", "Permohonan 3"]
    item = QuarantinedItem.objects.get()
    assert (bytes(item.raw), item.reason) == (
        huge[:500],
        "The message is larger than 64 MB; only its beginning is kept.",
    )


def test_whoever_is_late_files_nothing(login: IncomingServer, server: Dovecot) -> None:
    server.deliver(letter(1))
    folder = IncomingFolder.objects.get()
    fetch(login)
    validity = IncomingFolder.objects.get().uid_validity
    with Workshop() as workshop, pytest.raises(Moved):
        take_in(folder.pk, Position(validity, 0), Window(USER), upto=9, workshop=workshop)
    assert IncomingFolder.objects.get().last_uid == 1


def test_several_folders_are_several_mailboxes(head: Actor, server: Dovecot) -> None:
    with server.client() as colleague:
        colleague.create_folder("Terkirim")
    server.deliver(letter(1), folder="Terkirim")
    login = keep_login(head, server.tls_port, folders=("INBOX", "Terkirim"))
    assert (fetch(login), fetch(login, "Terkirim")) == (0, 1)
    assert [each.mailbox.name for each in mailbox_accounts(head)] == [f"{USER} · Terkirim"]


def test_other_server_is_read_from_its_beginning(login: IncomingServer, server: Dovecot, head: Actor) -> None:
    server.deliver(letter(1))
    fetch(login)
    IncomingFolder.objects.update(last_uid=7)
    IncomingServer.objects.update(host="lama.example")
    login.refresh_from_db()
    facts: dict[str, str | int] = {"host": "127.0.0.1", "port": login.port, "username": login.username}
    keep_incoming(head, login, facts=facts | {"token_url": ""}, folders=["INBOX"], secrets=Secrets(PASSWORD))
    assert (fetch(login), subjects()) == (1, ["Permohonan 1"])


@contextmanager
def cut_after(count: int, *, to: int) -> Iterator[int]:
    """A port that passes everything on to another, and hangs up after so many bytes from there."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        passing = threading.Thread(target=_pass_on, args=(listening, to, count), daemon=True)
        passing.start()
        yield listening.getsockname()[1]
        passing.join(5)


def _pass_on(listening: socket.socket, to: int, count: int) -> None:
    client, _address = listening.accept()
    with client, socket.create_connection(("127.0.0.1", to)) as server:
        asking = threading.Thread(target=_copy, args=(client, server), daemon=True)
        asking.start()
        while count > 0 and (said := server.recv(4096)):
            client.sendall(said)
            count -= len(said)
        client.shutdown(socket.SHUT_RDWR)
        asking.join(5)


def _copy(source: socket.socket, target: socket.socket) -> None:
    while said := source.recv(4096):
        target.sendall(said)


@pytest.mark.parametrize(
    ("host", "pretends"),
    [("imap.inang.example", True), ("imap.lain.example", False)],
    ids=["handed in", "on its way"],
)
def test_mail_in_a_colleagues_name_that_a_stranger_handed_in_pretends(
    login: IncomingServer, server: Dovecot, host: str, pretends: bool
) -> None:
    """The host of the mailbox names the servers whose word counts, where none of them bears a domain of ours."""
    hop = b"Received: from jahat.example by mx.inang.example with ESMTP id 1; Sun, 29 Nov 2026 08:00:00 +0700\r\n"
    mine = letter(1).replace(b"tamu1@mitra.example", b"ratna@selatnusantara.example")
    server.deliver(hop + mine)
    folder = IncomingFolder.objects.select_related("server").get()
    with connected(server_of(folder.server)) as conversation:
        IncomingServer.objects.update(host=host)
        Fetch(folder, conversation).catch_up()

    message = Message.objects.get()
    assert (message.ours, message.pretends) == (not pretends, pretends)
