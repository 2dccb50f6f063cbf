"""`jembatan mail watch` as a real process against a real server: what comes in is here within seconds, whatever happens."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.done import close
from jembatan.correspondence.actions.incoming.servers import pause_incoming
from jembatan.correspondence.importer.fetching import Fetch
from jembatan.correspondence.models import IncomingFolder, IncomingServer, Message, ServerMove, Thread
from jembatan.correspondence.tests.incoming.dovecot import Dovecot
from jembatan.correspondence.tests.incoming.letters import letter
from jembatan.correspondence.tests.incoming.scene import keep_login
from jembatan.correspondence.watching.watcher import Watcher
from jembatan.platform.paths import PROJECT
from jembatan.platform.postgres.tests.owners import eventually

JEMBATAN = Path(sys.executable).with_name("jembatan")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def start() -> Iterator[Callable[[], "subprocess.Popen[bytes]"]]:
    """Starts the process on the test's database; all end with the test."""
    parts = connection.get_connection_params()
    database = make_conninfo(**{name: parts[name] for name in ("dbname", "user", "host") if name in parts})
    processes: list[subprocess.Popen[bytes]] = []

    def start_one() -> "subprocess.Popen[bytes]":
        environment = {**os.environ, "DATABASE_URL": database}
        processes.append(subprocess.Popen([JEMBATAN, "mail", "watch"], cwd=PROJECT, env=environment))
        return processes[-1]

    yield start_one
    for process in processes:
        process.kill()
        process.wait()


def is_filed(*numbers: int) -> Callable[[], bool]:
    """Whether exactly these letters are here."""
    expected = sorted(f"Permohonan {number}" for number in numbers)
    return lambda: sorted(Message.objects.values_list("subject", flat=True)) == expected


def test_mail_that_comes_while_the_watcher_looks_at_what_is_gone_is_filed_at_once(
    head: Actor, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server tells of new mail once, also amid another answer: a watcher that waits then would wait for the next mail."""
    server.deliver(letter(1))
    keep_login(head, server.tls_port)
    looked, follow = threading.Event(), Fetch.follow

    def follow_and_hear(fetch: Fetch) -> int:
        if not looked.is_set():
            server.deliver(letter(2))
            fetch.conversation.number_up_to(1)  # Its answer says that there is more.
            looked.set()
        return follow(fetch)

    monkeypatch.setattr(Fetch, "follow", follow_and_hear)
    watcher = Watcher(IncomingFolder.objects.get().pk)
    watcher.start()
    try:
        assert eventually(is_filed(1, 2), seconds=20)
    finally:
        watcher.stop()
        watcher.join()


def test_mail_comes_in_while_it_is_watched(
    head: Actor, server: Dovecot, start: Callable[[], "subprocess.Popen[bytes]"]
) -> None:
    server.deliver(letter(1))
    process = start()
    login = keep_login(head, server.tls_port)
    assert eventually(is_filed(1), seconds=60)
    server.deliver(letter(2))
    assert eventually(is_filed(1, 2), seconds=60)

    server.stop()
    assert eventually(lambda: IncomingFolder.objects.get().trouble != "", seconds=60)
    server.start()
    server.deliver(letter(3))
    assert eventually(is_filed(1, 2, 3), seconds=60)
    assert eventually(lambda: IncomingFolder.objects.get().trouble == "", seconds=60)

    pause_incoming(head, login, paused=True)
    time.sleep(2)
    server.deliver(letter(4))
    time.sleep(2)
    assert is_filed(1, 2, 3)()
    pause_incoming(head, login, paused=False)
    assert eventually(is_filed(1, 2, 3, 4), seconds=60)

    process.send_signal(signal.SIGTERM)
    assert process.wait(5) == 0


def test_killed_watcher_loses_and_doubles_nothing(
    head: Actor, server: Dovecot, start: Callable[[], "subprocess.Popen[bytes]"]
) -> None:
    numbers = range(1, 121)
    server.deliver(*map(letter, numbers))
    keep_login(head, server.tls_port)
    for _ in range(3):
        process = start()
        eventually(lambda: Message.objects.exists(), seconds=60)
        process.kill()
        process.wait()
    start()
    assert eventually(is_filed(*numbers), seconds=90)
    time.sleep(1)
    assert is_filed(*numbers)()


def test_two_processes_read_a_mailbox_once(
    head: Actor, server: Dovecot, start: Callable[[], "subprocess.Popen[bytes]"]
) -> None:
    IncomingServer.objects.all().delete()
    keep_login(head, server.tls_port)
    first, _second = start(), start()
    server.deliver(letter(1))
    assert eventually(is_filed(1), seconds=60)
    first.kill()
    first.wait()
    server.deliver(letter(2))
    assert eventually(is_filed(1, 2), seconds=60)


def test_what_is_done_is_moved_by_whichever_process_lives(
    head: Actor, server: Dovecot, start: Callable[[], "subprocess.Popen[bytes]"]
) -> None:
    server.deliver(letter(1))
    keep_login(head, server.tls_port, done_folder="Selesai")
    process = start()
    assert eventually(is_filed(1), seconds=60)
    process.kill()
    process.wait()
    close(head, Thread.objects.get())
    start()
    assert eventually(lambda: ServerMove.objects.filter(moved_at__isnull=False).exists(), seconds=60)
    with server.client() as colleague:
        assert (colleague.search(), colleague.folder_status("Selesai", "MESSAGES")) == ([], {b"MESSAGES": 1})
    assert is_filed(1)()
