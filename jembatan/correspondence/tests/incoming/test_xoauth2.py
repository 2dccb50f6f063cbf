"""XOAUTH2 against a real IMAP server that asks a provider whose an access token is (RFC 7662); token and answer are the provider's."""

import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming, try_incoming
from jembatan.correspondence.models import IncomingServer, Message
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble
from jembatan.correspondence.tests.incoming.dovecot import PASSWORD, USER, Dovecot, dovecot
from jembatan.correspondence.tests.incoming.letters import letter
from jembatan.correspondence.tests.incoming.scene import fetch
from jembatan.correspondence.tests.mail_server import certificate
from jembatan.platform.sealing import unseal


@dataclass(slots=True)
class Provider:
    """`given` are its access tokens with their owners; each refresh token is good for one, and is replaced by the next."""

    address: str = ""
    given: dict[str, str] = field(default_factory=dict)
    refreshing: str = "penyegar-0"
    owner: str = USER

    def token(self, asked: dict[str, list[str]]) -> dict[str, object]:
        """RFC 6749, section 6."""
        if asked["refresh_token"] != [self.refreshing]:
            return {"error": "invalid_grant"}
        number = len(self.given) + 1
        self.refreshing = f"penyegar-{number}"
        self.given[f"masuk-{number}"] = self.owner
        return {"access_token": f"masuk-{number}", "refresh_token": self.refreshing, "expires_in": 3600}

    def introspect(self, asked: dict[str, list[str]]) -> dict[str, object]:
        """RFC 7662, section 2.2."""
        owner = self.given.get(asked["token"][0])
        return {"active": owner is not None, "email": owner or ""}


@pytest.fixture
def provider() -> Iterator[Provider]:
    known = Provider()

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            said = known.token(asked) if self.path == "/token" else known.introspect(asked)
            body = json.dumps(said).encode()
            self.send_response(400 if "error" in said else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        running = threading.Thread(target=server.serve_forever)
        running.start()
        known.address = f"http://127.0.0.1:{server.server_port}"
        yield known
        server.shutdown()
        running.join()


@pytest.fixture
def server(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dovecot]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with dovecot(introspection=f"{provider.address}/introspect") as running:
        yield running


@pytest.fixture
def login(head: Actor, server: Dovecot, provider: Provider) -> IncomingServer:
    facts: dict[str, str | int] = {
        "host": "127.0.0.1",
        "port": server.tls_port,
        "security": "tls",
        "username": USER,
        "sign_in": "oauth",
        "token_url": f"{provider.address}/token",
        "client_id": "jembatan",
    }
    secrets = Secrets(refresh_token="penyegar-0")
    return keep_incoming(head, None, facts=facts, folders=["INBOX"], secrets=secrets)


def test_mail_is_fetched_by_access_tokens_that_follow_each_other(
    login: IncomingServer, server: Dovecot, provider: Provider
) -> None:
    server.deliver(letter(1))
    assert fetch(login) == 1
    provider.given.clear()  # an hour later
    server.deliver(letter(2))
    provider.refreshing = unseal(IncomingServer.objects.get().sealed_refresh_token)
    assert fetch(login) == 1

    assert Message.objects.count() == 2
    assert provider.refreshing == unseal(IncomingServer.objects.get().sealed_refresh_token)


def test_token_of_somebody_else_is_refused_in_words(
    login: IncomingServer, head: Actor, provider: Provider
) -> None:
    provider.owner = "lain@selatnusantara.example"
    with pytest.raises(ServerTrouble) as trouble:
        try_incoming(head, login)
    assert trouble.value.trouble == Trouble.TOKEN_REFUSED
    assert "Check the user name" in str(trouble.value)


def test_access_that_was_taken_away_is_told(login: IncomingServer, head: Actor, provider: Provider) -> None:
    provider.refreshing = "dicabut"
    with pytest.raises(ServerTrouble) as trouble:
        try_incoming(head, login)
    assert (trouble.value.trouble, trouble.value.words) == (Trouble.NO_TOKEN, "invalid_grant")


def test_password_signs_in_where_the_mailbox_had_a_token(login: IncomingServer, head: Actor) -> None:
    facts = {name: getattr(login, name) for name in ("host", "port", "security", "username")}
    by_password = {**facts, "sign_in": "password", "token_url": "", "client_id": ""}
    kept = keep_incoming(
        head, login, facts=by_password, folders=["INBOX"], secrets=Secrets(password=PASSWORD)
    )
    try_incoming(head, kept)
    assert kept.sealed_refresh_token == ""
