"""What `jembatan doctor` says of the processes beside the web's: whether they run, and how to mend what does not."""

import psycopg
import pytest
from django.db import connection

from jembatan.accounts.models import Desk
from jembatan.config.health.part import Part, State
from jembatan.config.health.service import live, mail
from jembatan.correspondence.models import IncomingFolder, IncomingServer
from jembatan.correspondence.watching import watch
from jembatan.platform.live import serving

# the list of sessions stays as it is until a transaction ends
pytestmark = pytest.mark.django_db(transaction=True)


def session(name: str) -> "psycopg.Connection[tuple[object, ...]]":
    """A process of this name, as the database knows it."""
    known = connection.get_connection_params()
    parts = {part: known[part] for part in ("dbname", "user", "host") if part in known}
    return psycopg.connect(**parts, application_name=name)


def test_stream_of_news_is_missed_until_it_runs() -> None:
    found = live()
    assert (found.state, found.found) == (State.ATTENTION, "not running")
    assert "jembatan live" in found.mend
    with session(serving.SESSION):
        assert live() == Part("live", State.FINE, "running")


def test_desk_without_a_mailbox_on_a_server_needs_no_watcher() -> None:
    assert mail() == Part("mail watch", State.FINE, "no mailbox on a server")


def test_watcher_is_missed_and_then_the_mailbox_that_it_cannot_read(desk: Desk) -> None:
    server = IncomingServer.objects.create(desk=desk, host="imap.example", username="biro@imap.example")
    IncomingFolder.objects.create(server=server, name="INBOX")
    found = mail()
    assert (found.state, found.found) == (
        State.ATTENTION,
        "not running, folders on servers: 1, not read: 0",
    )
    with session(watch.SESSION):
        assert mail() == Part("mail watch", State.FINE, "folders on servers: 1, not read: 0")
        IncomingFolder.objects.update(trouble="password")
        assert mail() == Part(
            "mail watch",
            State.ATTENTION,
            "folders on servers: 1, not read: 1",
            "Settings, Receiving mail says what hinders: biro@imap.example.",
        )
