"""The keeper: one process a home that runs the server as long as anybody holds a lease, and stops it with the last.

Started by `lease.py` as `python -m jembatan.platform.postgres HOME`, in a session of its own and with the standard
library only. It answers on standard output with one line: `ready`, or why it cannot serve. When the server ends by itself
it is started again; when the keeper is killed, the next one adopts the server.
"""

import os
import signal
import sys
import time
from pathlib import Path
from typing import IO

from jembatan.platform.postgres.binaries import find_binaries
from jembatan.platform.postgres.data_directory import make_data_directory
from jembatan.platform.postgres.layout import Layout
from jembatan.platform.postgres.locks import exclusively, open_lock, try_alone
from jembatan.platform.postgres.refusal import DatabaseRefused
from jembatan.platform.postgres.server import Server
from jembatan.platform.postgres.unprivileged import become_unprivileged

READY = "ready"
GLANCE = 0.1
ATTEMPTS = 12
FIRST_PAUSE = 0.1
LONGEST_PAUSE = 2.0
LARGEST_LOG = 8 * 1024 * 1024


class Keeper:
    """Keeps one server running."""

    def __init__(self, layout: Layout, leases: IO[bytes], *, fast: bool) -> None:
        self.layout = layout
        self.leases = leases
        self.fast = fast
        self.asked_to_stop = False

    def bring_up(self) -> Server:
        """A server that takes connections: the one already running, or a new one, made on first use."""
        if (running := Server.adopt(self.layout)) and running.wait_until_ready():
            return running
        binaries = find_binaries()
        make_data_directory(self.layout.data, binaries, fast=self.fast)
        pause = FIRST_PAUSE
        for _attempt in range(ATTEMPTS):
            server = Server.start(self.layout, binaries, fast=self.fast)
            if server.wait_until_ready():
                return server
            # After `kill -9` of a server its own children need a moment to leave the shared memory.
            time.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)
        raise DatabaseRefused(f"PostgreSQL does not start; its reasons are in {self.layout.log}.")

    def keep(self, server: Server) -> None:
        """Watch until the last lease is gone, then stop the server; leases taken meanwhile wait for that."""
        while not self.is_over():
            if not server.is_running():
                print("The server ended by itself; starting it again.", file=sys.stderr, flush=True)
                server = self.bring_up()
            time.sleep(GLANCE)
        server.stop()

    def is_over(self) -> bool:
        """Whether nobody holds a lease any more, or this process was asked to end; a lease can then no longer be taken."""
        return self.asked_to_stop or try_alone(self.leases)

    def ask_to_stop(self, *_signal: object) -> None:
        """On SIGTERM and SIGINT."""
        self.asked_to_stop = True


def main(arguments: list[str]) -> int:
    """Keep the server of one home; the exit status is 1 when it could not be brought up."""
    layout, fast = Layout(Path(arguments[0])), "--fast" in arguments
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    speak_to_log(layout)
    with open_lock(layout.leases) as leases, exclusively(layout.keeper) as lock:
        sign(lock)
        keeper = Keeper(layout, leases, fast=fast)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, keeper.ask_to_stop)
        try:
            become_unprivileged(layout)
            server = keeper.bring_up()
            print(READY, file=answer, flush=True)
            answer.close()
            keeper.keep(server)
        except DatabaseRefused as refusal:
            print(refusal, file=sys.stderr if answer.closed else answer, flush=True)
            return 1
    return 0


def sign(lock: IO[bytes]) -> None:
    """Leave this process's number in its lock, for people and for `doctor`."""
    lock.truncate(0)
    lock.write(str(os.getpid()).encode())
    lock.flush()


def speak_to_log(layout: Layout) -> None:
    """From here on this process and the server write to the log, of which one earlier part is kept."""
    if layout.log.exists() and layout.log.stat().st_size > LARGEST_LOG:
        layout.log.replace(layout.log.with_suffix(".log.1"))
    descriptor = os.open(layout.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    os.close(descriptor)
