"""`jembatan live` as a real process: what is told in a transaction reaches a browser once it is committed, and no other desk's."""

import http.client
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.test import override_settings
from psycopg.conninfo import make_conninfo

from demo.trial import unused_port
from jembatan.config.ports import is_free, port_beside
from jembatan.config.stream_sources import stream_sources
from jembatan.config.tests.desk_process import JEMBATAN
from jembatan.platform.live.address import stream_address
from jembatan.platform.live.news import tell
from jembatan.platform.live.tickets import ticket_for
from jembatan.platform.paths import PROJECT
from jembatan.platform.postgres.tests.owners import eventually

US, OTHERS = 1, 2
BAGUS, MARIA = 10, 11


@pytest.fixture
def port() -> Iterator[int]:
    """A running stream on the test's database."""
    port = unused_port()
    parts = connection.get_connection_params()
    database = make_conninfo(**{name: parts[name] for name in ("dbname", "user", "host") if name in parts})
    process = subprocess.Popen(
        [JEMBATAN, "live", "--port", str(port)], cwd=PROJECT, env={**os.environ, "DATABASE_URL": database}
    )
    assert eventually(lambda: not is_free(port))
    yield port
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0


@contextmanager
def stream(port: int, ticket: str, missed: int = 0) -> Iterator[http.client.HTTPResponse]:
    """An answer that goes on."""
    browser = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    browser.request("GET", f"/?ticket={ticket}&missed={missed}")
    try:
        with browser.getresponse() as answer:
            yield answer
    finally:
        browser.close()


def next_line(answer: http.client.HTTPResponse) -> str:
    """The next one with news in it."""
    for line in answer:
        if line.startswith(b"data:"):
            return line.decode().strip()
    raise AssertionError("The stream has ended.")


@pytest.mark.django_db(transaction=True)
def test_committed_news_reach_the_browsers_of_the_desk(port: int) -> None:
    with stream(port, ticket_for(US, MARIA)) as ours, stream(port, ticket_for(OTHERS, 12)) as theirs:
        assert ours.getheader("Content-Type") == "text/event-stream"
        assert (ours.readline(), theirs.readline()) == (b": here\n", b": here\n")
        with transaction.atomic():
            tell(US, "threads", [1])
            transaction.set_rollback(True)
        tell(US, "threads", [3, 2], by=MARIA)
        tell(US, "threads", range(1, 200))
        tell(OTHERS, "threads", [4])
        started = time.monotonic()
        assert next_line(ours) == 'data: {"topic": "threads", "ids": []}'
        assert next_line(theirs) == 'data: {"topic": "threads", "ids": [4]}'
        assert time.monotonic() - started < 1


@pytest.mark.django_db(transaction=True)
def test_who_comes_late_hears_what_was_said_a_moment_ago(port: int) -> None:
    with stream(port, ticket_for(US, BAGUS)) as first:
        time.sleep(2)  # the stream must be older than what is asked for
        told = time.monotonic()
        tell(US, "threads", [5])
        assert next_line(first).endswith("[5]}")
    missed = 1000 + int(1000 * (time.monotonic() - told))
    with stream(port, ticket_for(US, BAGUS), missed=missed) as again:
        assert next_line(again).endswith("[5]}")


@pytest.mark.django_db(transaction=True)
def test_nobody_listens_without_a_ticket(port: int) -> None:
    with stream(port, "made-up") as answer:
        assert (answer.status, answer.read()) == (403, b"")


@pytest.mark.parametrize(
    ("url", "port", "address", "allowed"),
    [
        ("", "", "", []),
        ("", "9000", "http://localhost:9000/", ["http://localhost:9000", "http://127.0.0.1:9000"]),
        ("/live/stream/", "9000", "/live/stream/", []),
        ("https://live.meja.example/", "", "https://live.meja.example/", ["https://live.meja.example"]),
    ],
)
def test_where_browsers_find_the_stream(url: str, port: str, address: str, allowed: list[str]) -> None:
    with override_settings(LIVE_URL=url, LIVE_PORT=port):
        assert stream_address("localhost:8000", secure=False) == address
    assert stream_sources(url, port) == allowed


def test_stream_has_the_same_port_at_every_start() -> None:
    assert port_beside(23_000) == 24_000
    assert (port_beside(65_000) or 0) in range(64_000, 64_020)
