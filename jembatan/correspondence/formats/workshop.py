"""Reading messages in processes of their own, beside the one that writes to the database.

The processes are started afresh (never forked: the parent has database connections and threads) and import only the formats.
They go when the parent goes. Where a message kills its reader, the others are read all the same.
"""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from types import TracebackType

from jembatan.correspondence.formats.identity import Identity
from jembatan.correspondence.formats.mime import NotMail
from jembatan.correspondence.formats.reading import Reading, read
from jembatan.platform.processes import go_with_parent

FEW = 200


class Unreadable(str):
    """Why a message could not be read."""

    __slots__ = ()


type Outcome = Reading | Unreadable
type Named = tuple[bytes, Identity]


def read_all(messages: Sequence[Named]) -> list[Outcome]:
    """A reading, or the reason why there is none, for each."""
    return [_read(raw, known_as) for raw, known_as in messages]


def _read(raw: bytes, known_as: Identity) -> Outcome:
    try:
        return read(raw, known_as)
    except NotMail as error:
        return Unreadable(error)
    except Exception as error:  # noqa: BLE001 one message must never stop the rest; the reason is shown to people
        return Unreadable(f"{type(error).__name__}: {error}"[:500])


class Workshop:
    """`submit` a chunk and ask the future for its outcomes. The first few messages are read here, without a process."""

    def __init__(self, *, workers: int = 1) -> None:
        self.workers = 0 if multiprocessing.current_process().daemon else workers
        self.submitted = 0
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Workshop":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, messages: Sequence[Named]) -> "Future[list[Outcome]]":
        """The outcomes will stand in the order of the messages."""
        self.submitted += len(messages)
        if not self.workers or self.submitted <= FEW:
            done: Future[list[Outcome]] = Future()
            done.set_result(read_all(messages))
            return done
        return self._running_pool().submit(read_all, messages)

    def outcomes(self, future: "Future[list[Outcome]]", messages: Sequence[Named]) -> list[Outcome]:
        """Wait for a chunk; if the process died over it, find the message that killed it."""
        try:
            return future.result()
        except BrokenProcessPool:
            return [self._read_alone(message) for message in messages]

    def _read_alone(self, message: Named) -> Outcome:
        try:
            return self._running_pool().submit(read_all, [message]).result()[0]
        except BrokenProcessPool:
            return Unreadable("The reader broke off at this message.")

    def _running_pool(self) -> ProcessPoolExecutor:
        if self._pool is None or self._pool._broken:
            self._pool = ProcessPoolExecutor(
                self.workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=partial(go_with_parent, parent=os.getpid()),
            )
        return self._pool
