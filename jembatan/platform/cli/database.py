"""Commands that need the database: the embedded server (or `DATABASE_URL`), Django, and an up-to-date schema."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from jembatan.platform.cli.output import refuse
from jembatan.platform.cli.starting import set_up_django
from jembatan.platform.paths import HOME
from jembatan.platform.postgres import DatabaseRefused, Lease, holds_database, open_database


def uses_database[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """The command runs with Django set up on a migrated database; an embedded server started for it stops with it."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        with database_open():
            return command(*args, **kwargs)

    return wrapped


@contextmanager
def database_open(*, migrate: bool = True) -> Iterator[Lease | None]:
    """Django set up and `DATABASE_URL` set during the block; yields the lease on the embedded server if that is used."""
    with database_address() as lease:
        from django.db import connections

        set_up_django()
        try:
            if migrate:
                _bring_up_to_date()
            yield lease
        finally:
            connections.close_all()


@contextmanager
def database_address() -> Iterator[Lease | None]:
    """`DATABASE_URL` set during the block, and Django left alone: for what needs none of its tables."""
    if os.environ.get("DATABASE_URL"):
        yield None
        return
    try:
        lease = open_database(HOME)
    except DatabaseRefused as refusal:
        refuse(str(refusal))
    os.environ["DATABASE_URL"] = lease.dsn
    try:
        yield lease
    finally:
        del os.environ["DATABASE_URL"]
        lease.close()


def database_exists() -> bool:
    """Whether there is anything to open: commands that can do without do not make a database."""
    return bool(os.environ.get("DATABASE_URL")) or holds_database(HOME)


def _bring_up_to_date() -> None:
    from django.db import OperationalError

    from jembatan.platform.cli.schema import bring_up_to_date

    try:
        bring_up_to_date()
    except OperationalError as error:
        refuse(f"The database does not answer: {str(error).strip()}")
