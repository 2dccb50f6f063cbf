"""Conversations with a real SMTP server, good ones and broken ones."""

import socket
import threading
from collections.abc import Callable

import pytest

from jembatan.correspondence.servers.smtp import Receipt, Server, Unanswered, deliver, greet
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble, told
from jembatan.correspondence.tests.mail_server import (
    PASSWORD,
    USER,
    MailServer,
    certificate,
    mail_server,
    unused_port,
)

RAW = b"Subject: Uji\r\n\r\n.titik\r\nisi\r\n"
US = "kerjasama@selatnusantara.example"


@pytest.fixture(autouse=True)
def _trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))


def at(server: MailServer, **facts: str) -> Server:
    return Server("127.0.0.1", server.port, **({"security": server.security} | facts))


def send(server: MailServer, *receivers: str, before_the_end: Callable[[], None] = lambda: None) -> Receipt:
    return deliver(at(server), sender=US, receivers=receivers, raw=RAW, before_the_end=before_the_end)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_message_arrives_as_it_is(security: str) -> None:
    with mail_server(security) as server:
        receipt = send(server, "a@mitra.example", "b@mitra.example")

    assert receipt == Receipt(["a@mitra.example", "b@mitra.example"], words="250 taken")
    [taken] = server.taken
    assert (taken.mail_from, taken.rcpt_tos) == (US, ["a@mitra.example", "b@mitra.example"])
    assert taken.content == RAW


def test_each_receiver_has_an_answer_of_its_own() -> None:
    with mail_server() as server:
        server.refuses = {"b@x.example": "550 5.1.1 unknown", "c@x.example": "451 4.7.1 greylisted"}
        receipt = send(server, "a@x.example", "b@x.example", "c@x.example")

    assert receipt.accepted == ["a@x.example"]
    assert receipt.refused == {"b@x.example": "550 5.1.1 unknown"}
    assert receipt.deferred == {"c@x.example": "451 4.7.1 greylisted"}


def test_nothing_is_sent_where_nobody_is_accepted() -> None:
    with mail_server() as server:
        server.refuses = {"a@x.example": "550 unknown"}
        receipt = send(server, "a@x.example")

    assert (receipt, server.taken) == (Receipt(refused={"a@x.example": "550 unknown"}), [])


@pytest.mark.parametrize(
    ("reply", "receipt"),
    [
        ("554 spam", Receipt(refused={"a@x.example": "554 spam"}, words="554 spam")),
        ("451 later", Receipt(deferred={"a@x.example": "451 later"}, words="451 later")),
    ],
)
def test_answer_to_the_message_counts_for_everyone(reply: str, receipt: Receipt) -> None:
    with mail_server() as server:
        server.answers = [reply]
        assert send(server, "a@x.example") == receipt


def test_connection_that_breaks_after_the_message_leaves_doubt() -> None:
    with mail_server() as server:
        server.answers = ["hang up"]
        with pytest.raises(Unanswered):
            send(server, "a@x.example")
        assert len(server.taken) == 1


def test_connection_that_breaks_before_the_message_leaves_none() -> None:
    with mail_server() as server:
        server.refuses = {"a@x.example": "hang up"}
        with pytest.raises(ServerTrouble) as trouble:
            send(server, "a@x.example")
    assert (trouble.value.trouble, server.taken) == (Trouble.HUNG_UP, [])


def test_whoever_fails_before_the_end_has_sent_nothing() -> None:
    def fail() -> None:
        raise LookupError

    with mail_server() as server, pytest.raises(LookupError):
        send(server, "a@x.example", before_the_end=fail)
    assert server.taken == []


def test_signing_in() -> None:
    with mail_server(sign_in=True) as server:
        greet(at(server, username=USER, password=PASSWORD))
        with pytest.raises(ServerTrouble) as wrong:
            greet(at(server, username=USER, password="salah"))
        with pytest.raises(ServerTrouble) as unwritable:
            greet(at(server, username=USER, password="kata sandi 密"))
    assert (wrong.value.trouble, unwritable.value.trouble) == (Trouble.PASSWORD, Trouble.PASSWORD)
    assert "password" in str(wrong.value)


def test_server_without_sign_in() -> None:
    with mail_server() as server, pytest.raises(ServerTrouble) as trouble:
        greet(at(server, username=USER, password=PASSWORD))
    assert trouble.value.trouble == Trouble.NO_SIGN_IN


def test_tls_at_a_port_of_starttls() -> None:
    with mail_server("starttls") as server, pytest.raises(ServerTrouble) as trouble:
        greet(at(server, security="tls"))
    assert trouble.value.trouble == Trouble.NOT_TLS


def test_certificate_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with mail_server() as server, pytest.raises(ServerTrouble) as trouble:
        greet(at(server))
    assert trouble.value.trouble == Trouble.CERTIFICATE


def test_nobody_listens() -> None:
    with pytest.raises(ServerTrouble) as trouble:
        greet(Server("127.0.0.1", unused_port(), "starttls"))
    assert trouble.value.trouble == Trouble.CLOSED


def test_name_that_does_not_exist() -> None:
    with pytest.raises(ServerTrouble) as trouble:
        greet(Server("smtp.tidak-ada.invalid", 587, "starttls"))
    assert trouble.value.trouble == Trouble.NAME


def test_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jembatan.correspondence.servers.smtp.CONNECT_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(ServerTrouble) as trouble:
        greet(Server("127.0.0.1", silent.getsockname()[1], "starttls"))
    assert trouble.value.trouble == Trouble.SILENT


def test_server_without_starttls() -> None:
    with socket.create_server(("127.0.0.1", 0)) as plain:
        answering = threading.Thread(target=_answer_once, args=(plain,))
        answering.start()
        with pytest.raises(ServerTrouble) as trouble:
            greet(Server("127.0.0.1", plain.getsockname()[1], "starttls"))
        answering.join()
    assert trouble.value.trouble == Trouble.NO_STARTTLS


def test_every_trouble_has_a_sentence() -> None:
    """A colon leads to the names that the server has told."""
    assert [trouble for trouble in Trouble if not told(trouble).endswith((".", ":"))] == []


def _answer_once(listening: socket.socket) -> None:
    connection, _address = listening.accept()
    with connection:
        connection.sendall(b"220 halo\r\n")
        connection.recv(1000)
        connection.sendall(b"250 polos\r\n")
        connection.recv(1000)
