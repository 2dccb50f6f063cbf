"""Telling how far a running import is, past its own open transaction."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

EVERY = 0.5
TELL = """
    INSERT INTO imports_progress (batch_id, read, started_at, told_at) VALUES (%s, %s, now(), now())
    ON CONFLICT (batch_id) DO UPDATE SET read = excluded.read, told_at = excluded.told_at
"""


@contextmanager
def stored_progress(batch_id: int) -> Iterator[Callable[[int], None]]:
    """A function that stores the number of items read, at most twice a second; the row is gone when the block ends."""
    connection = connections.create_connection(DEFAULT_DB_ALIAS)
    told = 0.0

    def tell(read: int) -> None:
        nonlocal told
        if time.monotonic() - told >= EVERY:
            _execute(connection, TELL, [batch_id, read])
            told = time.monotonic()

    try:
        tell(0)
        yield tell
    finally:
        _execute(connection, "DELETE FROM imports_progress WHERE batch_id = %s", [batch_id])
        connection.close()


def _execute(connection: BaseDatabaseWrapper, statement: str, values: list[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
