"""One dovecot for the tests of a module, and a desk that reads it."""

from collections.abc import Iterator

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import IncomingServer
from jembatan.correspondence.tests.incoming.dovecot import Dovecot, dovecot
from jembatan.correspondence.tests.incoming.scene import keep_login
from jembatan.correspondence.tests.mail_server import certificate


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dovecot]:
    """A server of its own for each test: it is stopped, emptied and broken."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with dovecot() as running:
        yield running


@pytest.fixture
def login(head: Actor, server: Dovecot) -> IncomingServer:
    """The desk's mailbox on it."""
    return keep_login(head, server.tls_port)
