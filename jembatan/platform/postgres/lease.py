"""A lease on the embedded server: while any process holds one the server runs; the kernel drops a killed holder's."""

import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Self

from jembatan.platform.postgres.keeper import READY
from jembatan.platform.postgres.layout import DATABASE, Layout
from jembatan.platform.postgres.locks import exclusively, give_up, is_held_alone, open_lock, share
from jembatan.platform.postgres.refusal import DatabaseRefused

GLANCE = 0.05
PATIENCE = 90.0
PAUSE = 1.0


class Lease:
    """Holds the server running until closed; reopens it should the keeper be killed meanwhile."""

    def __init__(self, layout: Layout, hold: IO[bytes], *, fast: bool) -> None:
        self.dsn = layout.dsn()
        self.closed = False
        self._layout = layout
        self._hold = hold
        self._fast = fast
        threading.Thread(target=self._replace_killed_keeper, name="postgres-lease", daemon=True).start()

    def close(self) -> None:
        """Give the lease up; the server stops if it was the last. May be called twice."""
        self.closed = True
        self._hold.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _replace_killed_keeper(self) -> None:
        """Sleeps in the kernel until the keeper is gone; without a keeper nobody would stop the server after us."""
        while not self.closed:
            with open_lock(self._layout.keeper) as keeper:
                share(keeper)
                give_up(keeper)
            if self.closed:
                return
            try:
                _bring_up(self._layout, fast=self._fast)
            except DatabaseRefused as refusal:
                print(refusal, file=sys.stderr)
                time.sleep(PAUSE)


def open_database(home: Path, *, fast: bool = False) -> Lease:
    """A lease on the server of this home, which is started, or made, if need be.

    `fast` makes a server for tests, which a crash of the machine may damage. Raises DatabaseRefused with a sentence.
    """
    layout = Layout(home.absolute())
    layout.prepare()
    hold = open_lock(layout.leases)
    try:
        share(hold)
        _bring_up(layout, fast=fast)
    except BaseException:
        hold.close()
        raise
    return Lease(layout, hold, fast=fast)


def _bring_up(layout: Layout, *, fast: bool) -> None:
    """Return once the database takes connections; one process at a time sees to it."""
    end = time.monotonic() + PATIENCE
    with exclusively(layout.starting):
        while time.monotonic() < end:
            if not is_held_alone(layout.keeper):
                _start_keeper(layout, fast=fast)
            if _is_open(layout):
                return
            time.sleep(GLANCE)
    raise DatabaseRefused(f"PostgreSQL does not answer; its reasons are in {layout.log}.")


def _start_keeper(layout: Layout, *, fast: bool) -> None:
    command = [sys.executable, "-m", "jembatan.platform.postgres", str(layout.home)]
    keeper = subprocess.Popen(
        command + (["--fast"] if fast else []),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    assert keeper.stdout is not None
    with keeper.stdout:
        answer = keeper.stdout.readline().strip()
    if answer != READY:
        keeper.wait()
        raise DatabaseRefused(answer or f"PostgreSQL's keeper ended; its reasons are in {layout.log}.")
    threading.Thread(target=keeper.wait, name="postgres-keeper", daemon=True).start()


def _is_open(layout: Layout) -> bool:
    """Whether our database answers; it is created on a new server."""
    import psycopg

    try:
        psycopg.connect(layout.dsn(), connect_timeout=5).close()
    except psycopg.OperationalError as error:
        if f'database "{DATABASE}" does not exist' not in str(error):
            return False
        with psycopg.connect(layout.dsn("postgres"), autocommit=True) as server:
            server.execute(f"CREATE DATABASE {DATABASE}")
    return True
