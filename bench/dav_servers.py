"""Two servers of CardDAV on this machine: ours, and Radicale with the storage that it comes with."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.measured import PROJECT
from jembatan.config.ports import answers, chosen_port

PATIENCE_SECONDS = 60


class Serving(NamedTuple):
    """Where it answers, which process it is, and below which folder its database is, if it has one."""

    port: int
    pid: int
    home: str | None


@contextmanager
def jembatan_serving() -> Iterator[Serving]:
    """`jembatan serve` on the database at hand."""
    port = chosen_port(None)
    program = [str(PROJECT / ".venv" / "bin" / "jembatan"), "serve", "--port", str(port)]
    with _running(program, port) as pid:
        yield Serving(port, pid, os.environ["JEMBATAN_HOME"])


@contextmanager
def radicale_serving(cards: Mapping[str, str]) -> Iterator[Serving]:
    """Plain Radicale whose user `bench` has these cards in `/bench/book/`, as if they had been copied there.

    All its settings are those that it comes with (files are forced to the disk), but that it asks for no password and writes no
    log: both would only slow it down.
    """
    port = chosen_port(None)
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as folder:
        book = Path(folder) / "collection-root" / "bench" / "book"
        book.mkdir(parents=True)
        (book / ".Radicale.props").write_text(json.dumps({"tag": "VADDRESSBOOK"}))
        for name, text in cards.items():
            (book / name).write_text(text, newline="")
        settings = {
            "--server-hosts": f"127.0.0.1:{port}",
            "--auth-type": "none",
            "--storage-filesystem-folder": folder,
            "--logging-level": "error",
        }
        options = [word for pair in settings.items() for word in pair]
        with _running([sys.executable, "-m", "radicale", "--config", "", *options], port) as pid:
            yield Serving(port, pid, None)


@contextmanager
def _running(program: list[str], port: int) -> Iterator[int]:
    with subprocess.Popen(program, env=os.environ.copy()) as process:
        try:
            _wait(process, port)
            yield process.pid
        finally:
            process.terminate()


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    import time

    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if answers(port):
            return
        time.sleep(0.1)
    raise SystemExit("The server does not answer.")
