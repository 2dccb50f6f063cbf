"""A mail that asks its receivers to say back what they understood, and has left."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.models import Message, OutgoingMail
from jembatan.correspondence.tests.mail_server import MailServer, certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import due, sending_address, written

LINK = re.compile(r"http://[^/\s]+(/read-back/[^/\s]+/)")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        yield heard


@pytest.fixture
def ready(officer: Actor, server: MailServer) -> Actor:
    """Bagus, whose desk can send."""
    sending_address(officer.desk, server)
    return officer


@pytest.fixture
def ask(ready: Actor) -> Callable[..., tuple[Message, list[str]]]:
    """Send such a mail; gives the message as it is filed, and the paths of its links."""

    def sent(**words: object) -> tuple[Message, list[str]]:
        values = {"text": "Rapat dipindah ke hari Rabu.", "read_back": True} | words
        mail = due(ready, written(ready, **values))  # type: ignore[arg-type]  # the test names the words
        work_on(mail.pk)
        filed = OutgoingMail.objects.get(pk=mail.pk).filed_as
        assert filed is not None
        Message.objects.filter(pk=filed.pk).update(sent_at=timezone.now() - timedelta(hours=1))
        return filed, LINK.findall(filed.text)

    return sent
