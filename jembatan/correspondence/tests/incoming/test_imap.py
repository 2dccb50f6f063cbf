"""Conversations with a real IMAP server."""

import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from jembatan.correspondence.servers.imap import Server, connected
from jembatan.correspondence.servers.imap_troubles import IncomingTrouble, imap_trouble_of
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble
from jembatan.correspondence.tests.incoming.dovecot import Dovecot, dovecot
from jembatan.correspondence.tests.incoming.letters import letter
from jembatan.correspondence.tests.mail_server import unused_port


def trouble_with(server: Server, folder: str = "INBOX") -> ServerTrouble:
    """What hinders it."""
    with pytest.raises(ServerTrouble) as found, connected(server) as conversation:
        conversation.open(folder)
    return found.value


@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
def test_messages_come_as_they_are_and_stay_unread(server: Dovecot, security: str) -> None:
    server.deliver(letter(1), letter(2))
    port = server.tls_port if security == "tls" else server.port
    with connected(server.server(port=port, security=security)) as conversation:
        standing = conversation.open("INBOX")
        uids = conversation.uids_after(0)
        assert (uids, standing.uid_next, standing.highest_modseq > 0) == ([1, 2], 3, True)
        assert conversation.sizes(uids) == {1: len(letter(1)), 2: len(letter(2))}
        assert conversation.messages(uids) == {1: letter(1), 2: letter(2)}
        assert conversation.beginning(1, 9) == b"From: Tam"
    with server.client() as colleague:
        assert colleague.search("UNSEEN") == [1, 2]


def test_nothing_is_newer_than_the_last_one(server: Dovecot) -> None:
    server.deliver(letter(1))
    with connected(server.server()) as conversation:
        conversation.open("INBOX")
        assert conversation.uids_after(1) == []


@pytest.mark.parametrize("capabilities", ["", "IMAP4rev1 SASL-IR LITERAL+ AUTH=PLAIN"], ids=["idle", "poll"])
def test_waiting_ends_when_mail_comes(
    monkeypatch: pytest.MonkeyPatch, server: Dovecot, capabilities: str
) -> None:
    monkeypatch.setattr("jembatan.correspondence.servers.imap.POLL_SECONDS", 0.2)
    with dovecot(capabilities=capabilities) as running, connected(running.server()) as conversation:
        conversation.open("INBOX")
        assert conversation.waits_by_idle is (capabilities == "")
        threading.Timer(0.3, running.deliver, [letter(1)]).start()
        started = time.monotonic()
        while not conversation.uids_after(0):
            conversation.wait(20)
        assert time.monotonic() - started < 5


@pytest.mark.parametrize("security", ["tls", "none"])
def test_mail_that_came_just_before_the_waiting_ends_it(server: Dovecot, security: str) -> None:
    """The server tells of it in one packet with its answer to IDLE, so that the socket has nothing left to wake anybody."""
    port = server.tls_port if security == "tls" else server.port
    with connected(server.server(port=port, security=security)) as conversation:
        conversation.open("INBOX")
        assert conversation.uids_after(0) == []
        server.deliver(letter(1))
        started = time.monotonic()
        conversation.wait(20)
        assert time.monotonic() - started < 5
        assert conversation.uids_after(0) == [1]


def test_waiting_can_be_broken_off(server: Dovecot) -> None:
    def wait() -> None:
        with connected(server.server()) as conversation:
            conversation.open("INBOX")
            threading.Timer(0.3, conversation.break_off).start()
            conversation.wait(60)

    started = time.monotonic()
    with pytest.raises(ServerTrouble) as trouble:
        wait()
    assert (trouble.value.trouble, time.monotonic() - started < 5) == (Trouble.HUNG_UP, True)


def resolve(host: str, *arguments: Any, asked: Callable[..., Any] = socket.getaddrinfo, **words: Any) -> Any:
    """As the system does; a machine without a network takes ten seconds to say that a name does not exist."""
    if host.endswith(".invalid"):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return asked(host, *arguments, **words)


def test_each_trouble_is_told_by_its_name(server: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jembatan.correspondence.servers.imap.CONNECT_SECONDS", 0.5)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    found = {
        "password": trouble_with(server.server(password="salah")),
        "other letters": trouble_with(server.server(password="salah 密")),
        "closed": trouble_with(server.server(port=unused_port())),
        "name": trouble_with(server.server(host="imap.tidak-ada.invalid")),
        "tls at starttls": trouble_with(server.server(port=server.port)),
        "starttls at tls": trouble_with(server.server(security="starttls")),
        "no oauth": trouble_with(server.server(access_token="x")),
        "folder": trouble_with(server.server(), folder="Tidak Ada"),
    }
    monkeypatch.delenv("SSL_CERT_FILE")
    found["certificate"] = trouble_with(server.server())
    assert {name: trouble.trouble for name, trouble in found.items()} == {
        "password": Trouble.PASSWORD,
        "other letters": Trouble.PASSWORD,
        "closed": Trouble.CLOSED,
        "name": Trouble.NAME,
        "tls at starttls": Trouble.NOT_TLS,
        "starttls at tls": Trouble.SILENT,
        "no oauth": Trouble.NO_OAUTH,
        "folder": Trouble.NO_FOLDER,
        "certificate": Trouble.CERTIFICATE,
    }
    assert "993" in str(found["closed"])
    assert str(found["folder"]).endswith("“INBOX”")


def test_server_that_is_no_imap_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        answering = threading.Thread(target=_greet_once, args=(other, b"220 smtp.example ESMTP\r\n"))
        answering.start()
        trouble = trouble_with(Server("127.0.0.1", port, "none", "a", "b"))
        answering.join()
    assert trouble.trouble == Trouble.NOT_IMAP


@pytest.mark.parametrize(
    "words",
    [
        "b'[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)'",
        "b'[AUTHENTICATIONFAILED] LOGIN failed. BasicAuthBlocked'",
        "b'[ALERT] Please log in via your web browser'",
    ],
)
def test_provider_that_wants_another_way_in(words: str) -> None:
    from imapclient.exceptions import LoginError

    trouble = imap_trouble_of(LoginError(words))
    assert (type(trouble), trouble.trouble) == (IncomingTrouble, Trouble.APP_PASSWORD)


def _greet_once(listening: socket.socket, greeting: bytes) -> None:
    connection, _address = listening.accept()
    with connection:
        connection.sendall(greeting)
        connection.recv(1000)
