"""A desk that can send, and nothing to say against a letter but its clearance."""

from collections.abc import Iterator

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import SendingAddress
from jembatan.correspondence.tests.clearance import scene
from jembatan.correspondence.tests.mail_server import MailServer, certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import sending_address
from jembatan.directory.models import Organisation


@pytest.fixture(scope="session")
def _server() -> Iterator[MailServer]:
    with mail_server() as heard:
        yield heard


@pytest.fixture
def server(_server: MailServer, monkeypatch: pytest.MonkeyPatch) -> MailServer:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    return _server


@pytest.fixture(autouse=True)
def address(head: Actor, server: MailServer) -> SendingAddress:
    return sending_address(head.desk, server)


@pytest.fixture
def ministry(head: Actor) -> Organisation:
    return scene.partner(head)
