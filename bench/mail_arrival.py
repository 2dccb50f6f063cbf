"""Mail that comes in: from a real IMAP server to a row in an open inbox, and a thousand at once.

`python -m bench.mail_arrival [COUNT]` runs the demo office and a dovecot, and prints one JSON line. Reach: news of a mail at the
browser, and its row in the inbox, within 2 s; COUNT (1,000) mails at 300 a second or more, the inbox answering meanwhile.
"""

import http.client
import json
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jembatan.correspondence.tests.incoming.letters import letter

from bench.mailbox import letters
from bench.timed import percentile
from demo.trial import open_office
from jembatan.config.tests.visitor import Visitor
from jembatan.correspondence.tests.incoming.dovecot import PASSWORD, USER, Dovecot, dovecot

HEAD = "ratna@selatnusantara.example"
ROUNDS = 10
PATIENCE = 300.0
GLANCE = 0.2


def main(count: int) -> None:
    """Print the line."""
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as folder, dovecot() as server:
        office = open_office(Path(folder))
        try:
            port = urlsplit(office.site).port
            assert port is not None
            visitor = Visitor(port)
            visitor.sign_in(urlsplit(office.sign_in_address(HEAD)).path)
            watch(visitor, server)
            print(
                json.dumps(
                    {
                        "bench": "mail_arrival",
                        **one_by_one(visitor, server),
                        **at_once(visitor, server, count),
                    }
                )
            )
        finally:
            office.close()


def watch(visitor: Visitor, server: Dovecot) -> None:
    """The desk's mailbox on the server; returns when the first mail of it has come."""
    typed = {"username": USER, "host": "127.0.0.1", "port": str(server.port), "security": "none"}
    typed |= {"folders": "INBOX", "sign_in": "password", "password": PASSWORD}
    assert visitor.send("/settings/receiving/new/", typed) == 302
    server.deliver(letter(0))
    wait_for(visitor, 1)


def one_by_one(visitor: Visitor, server: Dovecot) -> dict[str, float]:
    """Seconds from the moment at which the server has a mail to the news of it, and to its row in the inbox."""
    news, rows = [], []
    with stream(visitor) as heard:
        for number in range(1, ROUNDS + 1):
            with server.client() as client:
                client.append("INBOX", letter(number))
                start = time.perf_counter()
            next(heard)
            news.append(time.perf_counter() - start)
            assert f"Permohonan {number}<" in visitor.get("/inbox/")
            rows.append(time.perf_counter() - start)
    return {
        "news_p50_s": percentile(news, 0.5),
        "row_p50_s": round(sorted(rows)[len(rows) // 2], 2),
        "row_worst_s": round(max(rows), 2),
    }


def at_once(visitor: Visitor, server: Dovecot, count: int) -> dict[str, float]:
    """Mails a second from the moment at which the server has them all, and how long the inbox takes meanwhile."""
    before = filed(visitor)
    done, taken = threading.Event(), list[float]()
    reading = threading.Thread(target=_read_inbox, args=(visitor, done, taken))
    server.pour(letters(count))
    start = time.perf_counter()
    reading.start()
    wait_for(visitor, before + count)
    seconds = time.perf_counter() - start
    done.set()
    reading.join()
    return {
        "mails": count,
        "seconds": round(seconds, 1),
        "per_second": round(count / seconds),
        "inbox_p50_ms": percentile(taken, 0.5),
        "inbox_p95_ms": percentile(taken, 0.95),
    }


def wait_for(visitor: Visitor, count: int) -> None:
    """Return when so many mails are here."""
    end = time.monotonic() + PATIENCE
    while filed(visitor) < count:
        if time.monotonic() > end:
            sys.exit(f"{filed(visitor)} of {count} mails came within {PATIENCE:.0f} s.")
        time.sleep(GLANCE)


def filed(visitor: Visitor) -> int:
    """As the mail accounts say."""
    accounts: list[dict[str, Any]] = json.loads(visitor.get("/mailboxes/?format=json"))["mailboxes"]
    return sum(each["read"] for each in accounts if each["mailbox"] == USER)


@contextmanager
def stream(visitor: Visitor) -> Iterator[Iterator[bytes]]:
    """The lines with news, as an open page hears them."""
    address = urlsplit(json.loads(visitor.get("/live/ticket/"))["address"])
    browser = http.client.HTTPConnection(address.netloc, timeout=PATIENCE)
    browser.request("GET", f"/?{address.query}&missed=0")
    with browser.getresponse() as answer:
        yield (line for line in answer if b'"threads"' in line)
    browser.close()


def _read_inbox(visitor: Visitor, done: threading.Event, taken: list[float]) -> None:
    while not done.is_set():
        start = time.perf_counter()
        visitor.get("/inbox/")
        taken.append((time.perf_counter() - start) * 1000)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
