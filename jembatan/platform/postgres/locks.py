"""Locks that the operating system drops when their holder ends, however it ends.

A lock belongs to the open file, which a forked child shares: so a lock that is meant to end before its process does is given
up by name, not only by closing the file.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


def open_lock(path: Path) -> IO[bytes]:
    """The lock's file, not locked yet; a lock ends when the last copy of the file is closed."""
    return path.open("ab")


@contextmanager
def exclusively(path: Path) -> Iterator[IO[bytes]]:
    """Hold the lock alone during the block, waiting for it first."""
    with open_lock(path) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield file
        finally:
            give_up(file)


def share(file: IO[bytes]) -> None:
    """Hold the lock together with others who share it; waits for one who holds it alone."""
    fcntl.flock(file, fcntl.LOCK_SH)


def give_up(file: IO[bytes]) -> None:
    """Unlock, whoever else has a copy of the file."""
    fcntl.flock(file, fcntl.LOCK_UN)


def try_alone(file: IO[bytes]) -> bool:
    """Take the lock alone if nobody holds it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_held_alone(path: Path) -> bool:
    """Whether some process holds the lock alone at this moment."""
    with open_lock(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        give_up(file)
    return False
