"""The process: it looks what there is to watch, again whenever that has changed, and keeps a watcher for each folder.

Two such processes may run. A folder belongs to the one whose database session holds its lock, which PostgreSQL drops the
moment that session ends.
"""

import logging
import signal
import time
from collections.abc import Callable, Set
from types import FrameType

import psycopg
from django.db import InterfaceError, OperationalError, connections

from jembatan.correspondence.actions.incoming.servers import CHANNEL
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.queries.incoming import watched_folders
from jembatan.correspondence.watching.moving import Mover
from jembatan.correspondence.watching.watcher import Watcher

LOOK_SECONDS = 15.0
PAUSE_SECONDS = 1.0
GRACE_SECONDS = 3.0
LOCKS = 0x4A43 << 44  # tells these locks from others; ids fill the bits below
SAMPLE = "Dengan hormat, kami menunggu jawaban Bapak sampai hari Jumat."
log = logging.getLogger(__name__)


class Watch:
    """Watchers by folder; `control` is the session that holds their locks and hears of changes."""

    def __init__(self, control: "psycopg.Connection[tuple[object, ...]]") -> None:
        self.control = control
        self.watchers: dict[int, Watcher] = {}
        self.mover = Mover(frozenset())

    def look(self, *, changed: Set[int] = frozenset()) -> None:
        """Stop what is not wanted any more or belongs to a server that has changed, and start what is missing."""
        wanted = dict(watched_folders().values_list("pk", "server"))
        connections.close_all()
        for folder_id in list(self.watchers):
            if folder_id not in wanted or wanted[folder_id] in changed:
                self._stop(self.watchers.pop(folder_id))
        for folder_id in wanted.keys() - self.watchers.keys():
            if self._locked(folder_id):
                self._start(folder_id)
        if not self.mover.is_alive():
            self.mover = Mover(self.watchers.keys())
            self.mover.start()

    def wait(self) -> set[int]:
        """Until somebody has changed a server, or for a while; which ones."""
        notices = self.control.notifies(timeout=LOOK_SECONDS, stop_after=1)
        return {int(notice.payload) for notice in notices}

    def stop(self) -> None:
        """All of them."""
        for watcher in self.watchers.values():
            watcher.stop()
        end = time.monotonic() + GRACE_SECONDS
        for watcher in self.watchers.values():
            watcher.join(max(0.0, end - time.monotonic()))
        self.watchers.clear()

    def _start(self, folder_id: int) -> None:
        if not self.watchers:
            language_of(SAMPLE)  # it loads for a second: now, and not when the first mail is waited for
        self.watchers[folder_id] = Watcher(folder_id)
        self.watchers[folder_id].start()

    def _stop(self, watcher: Watcher) -> None:
        watcher.stop()
        watcher.join(GRACE_SECONDS)
        self.control.execute("SELECT pg_advisory_unlock(%s)", [LOCKS | watcher.folder_id])

    def _locked(self, folder_id: int) -> bool:
        row = self.control.execute("SELECT pg_try_advisory_lock(%s)", [LOCKS | folder_id]).fetchone()
        return row is not None and bool(row[0])


def watch(database: str, *, once_up: Callable[[], None] = lambda: None) -> None:
    """Until SIGTERM or SIGINT; `database` is a connection string of libpq."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _end)
    while True:
        try:
            _watch_while_connected(database, once_up)
        except (psycopg.OperationalError, OperationalError, InterfaceError) as error:
            log.warning("The database does not answer: %s", str(error).strip())
        time.sleep(PAUSE_SECONDS)


def _watch_while_connected(database: str, once_up: Callable[[], None]) -> None:
    with psycopg.connect(database, autocommit=True) as control:
        control.execute(f"LISTEN {CHANNEL}")
        watching = Watch(control)
        try:
            watching.look()
            once_up()
            while True:
                watching.look(changed=watching.wait())
        finally:
            watching.stop()
            connections.close_all()


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
