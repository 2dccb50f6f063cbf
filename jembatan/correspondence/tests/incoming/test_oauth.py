"""OAuth 2 against a real HTTP server that gives tokens, and a server that takes them."""

import base64
import http.server
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRWPair
from typing import ClassVar
from urllib.parse import parse_qs

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming
from jembatan.correspondence.actions.incoming.signing_in import server_of
from jembatan.correspondence.models import IncomingServer
from jembatan.correspondence.servers.imap import connected
from jembatan.correspondence.servers.oauth import Grant, Tokens, tokens_by
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble
from jembatan.correspondence.tests.incoming.dovecot import USER
from jembatan.platform.sealing import unseal


class Provider(http.server.BaseHTTPRequestHandler):
    """Gives what `answer` says, and remembers what it was asked."""

    answer: ClassVar[tuple[int, bytes]] = (200, b"")
    asked: ClassVar[list[dict[str, list[str]]]] = []

    def do_POST(self) -> None:
        """The only way to ask."""
        length = int(self.headers["Content-Length"])
        self.asked.append(parse_qs(self.rfile.read(length).decode()))
        status, body = self.answer
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Quiet."""


@pytest.fixture
def provider() -> Iterator[str]:
    """Its address."""
    Provider.asked.clear()
    with http.server.HTTPServer(("127.0.0.1", 0), Provider) as server:
        running = threading.Thread(target=server.serve_forever)
        running.start()
        yield f"http://127.0.0.1:{server.server_port}/token"
        server.shutdown()
        running.join()


def grant(address: str) -> Grant:
    return Grant(address, "jembatan", "rahasia klien", "penyegar")


def test_access_token_for_a_refresh_token(provider: str) -> None:
    Provider.answer = (200, json.dumps({"access_token": "masuk", "expires_in": 3599}).encode())
    assert tokens_by(grant(provider)) == Tokens("masuk", "penyegar")
    assert Provider.asked == [
        {
            "grant_type": ["refresh_token"],
            "client_id": ["jembatan"],
            "client_secret": ["rahasia klien"],
            "refresh_token": ["penyegar"],
        }
    ]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            (400, b'{"error": "invalid_grant", "error_description": "Token has been revoked."}'),
            "Token has been revoked.",
        ),
        ((500, b"<html>"), ""),
        ((200, b"[]"), "list indices must be integers or slices, not str"),
        ((302, b""), ""),
    ],
)
def test_provider_that_says_no(provider: str, answer: tuple[int, bytes], words: str) -> None:
    Provider.answer = answer
    with pytest.raises(ServerTrouble) as trouble:
        tokens_by(grant(provider))
    assert (trouble.value.trouble, trouble.value.words) == (Trouble.NO_TOKEN, words)


def test_refresh_token_is_sent_by_tls_alone() -> None:
    with pytest.raises(ServerTrouble) as trouble:
        tokens_by(grant("http://token.example/"))
    assert trouble.value.trouble == Trouble.NO_TOKEN


def test_token_signs_in_and_a_new_refresh_token_is_kept(head: Actor, provider: str) -> None:
    Provider.answer = (200, b'{"access_token": "masuk", "refresh_token": "penyegar baru"}')
    with server_that_takes("masuk") as (port, said):
        facts: dict[str, str | int] = {
            "host": "127.0.0.1",
            "port": port,
            "security": "none",
            "username": USER,
            "sign_in": "oauth",
            "token_url": provider,
            "client_id": "jembatan",
        }
        secrets = Secrets(refresh_token="penyegar")
        stored = keep_incoming(head, None, facts=facts, folders=["INBOX"], secrets=secrets)
        with connected(server_of(stored)):
            pass

    assert unseal(IncomingServer.objects.get().sealed_refresh_token) == "penyegar baru"
    assert said == [f"user={USER}\x01auth=Bearer masuk\x01\x01"]


@contextmanager
def server_that_takes(token: str) -> Iterator[tuple[int, list[str]]]:
    """A few lines of IMAP, enough to sign in by XOAUTH2 (SASL-IR); what was said to it, decoded."""
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        answering = threading.Thread(target=_answer, args=(listening, token, said))
        answering.start()
        yield listening.getsockname()[1], said
        answering.join(5)


def _answer(listening: socket.socket, token: str, said: list[str]) -> None:
    connection, _address = listening.accept()
    with connection, connection.makefile("rwb") as talk:
        talk.write(b"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] halo\r\n")
        talk.flush()
        for line in talk:
            tag, command, *rest = line.decode().split()
            if command == "CAPABILITY":
                talk.write(b"* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2\r\n")
            if command == "AUTHENTICATE":
                said.append(base64.b64decode(rest[1] if len(rest) > 1 else _asked(talk)).decode())
            talk.write(f"{tag} OK done\r\n".encode())
            talk.flush()
            if command == "LOGOUT":
                return


def _asked(talk: BufferedRWPair) -> bytes:
    talk.write(b"+ \r\n")
    talk.flush()
    return talk.readline()
