"""Processes that hold a lease, to be killed, and questions about the server they share."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from jembatan.platform.postgres.layout import Layout
from jembatan.platform.postgres.locks import is_held_alone
from jembatan.platform.postgres.server import is_postmaster, postmaster_pid

PROJECT = Path(__file__).resolve().parents[4]
OWNER = """
import os
import sys
from pathlib import Path
from jembatan.platform.postgres import open_database
owner = os.getpid()
with open_database(Path(sys.argv[1]), fast="--fast" in sys.argv):
    if "--fork" in sys.argv:
        os.fork()
    if os.getpid() == owner:
        print("open", flush=True)
    sys.stdin.read()
"""


def start_owner(
    home: Path, *, wait: bool = True, fast: bool = True, fork: bool = False
) -> subprocess.Popen[str]:
    """Another process with a lease, which it and a forked copy of it give up when their standard input is closed."""
    owner = subprocess.Popen(
        [
            sys.executable,
            "-c",
            OWNER,
            str(home),
            *(["--fast"] if fast else []),
            *(["--fork"] if fork else []),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )
    if wait:
        assert_open(owner)
    return owner


def assert_open(owner: subprocess.Popen[str]) -> None:
    """The owner says that it has its lease."""
    assert owner.stdout is not None
    assert owner.stdout.readline() == "open\n"


def end(owner: subprocess.Popen[str]) -> None:
    """The owner gives its lease up and ends; nothing happens where it was killed."""
    owner.communicate()


def server_pid(home: Path) -> int | None:
    """The process id of the server that runs on this home's data."""
    data = Layout(home).data
    pid = postmaster_pid(data)
    return pid if pid is not None and is_postmaster(pid, data) else None


def is_stopped(home: Path) -> bool:
    """Whether neither server nor keeper are left."""
    return server_pid(home) is None and not is_held_alone(Layout(home).keeper)


def keeper_pid(home: Path) -> int | None:
    """The process id of the keeper that holds its lock now, once it has signed."""
    keeper = Layout(home).keeper
    number = keeper.read_text() if is_held_alone(keeper) else ""
    return int(number) if number else None


def eventually(holds: Callable[[], bool], *, seconds: float = 30) -> bool:
    """Whether the condition comes to hold within this time."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if holds():
            return True
        time.sleep(0.02)
    return holds()


def ask(dsn: str, question: str) -> object:
    """One value from the server; a server that is being restarted is waited for."""
    limit = time.monotonic() + 30
    while True:
        try:
            with psycopg.connect(dsn) as connection:
                row = connection.execute(question.encode()).fetchone()
        except psycopg.OperationalError:
            if time.monotonic() > limit:
                raise
            time.sleep(0.1)
        else:
            return row[0] if row else None


def tell(dsn: str, statement: str) -> None:
    """Do this on the server and commit."""
    with psycopg.connect(dsn) as connection:
        connection.execute(statement.encode())
