"""Commands that need the database: the embedded server (or `DATABASE_URL`), Django, and an up-to-date schema."""

import hashlib
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from jembatan.platform.cli.output import say
from jembatan.platform.paths import HOME, PROJECT

STAMP = HOME / "schema"


def uses_database[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """The command runs with Django set up on a migrated database; an embedded server started for it stops with it."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        with database_open():
            return command(*args, **kwargs)

    return wrapped


class database_open:
    """Holds a lease on the embedded server while the block runs, with `DATABASE_URL` set and the schema migrated."""

    def __init__(self, *, migrate: bool = True) -> None:
        self.migrate = migrate

    def __enter__(self) -> None:
        from jembatan.platform.postgres import open_database

        self.lease = None
        if not os.environ.get("DATABASE_URL"):
            self.lease = open_database(HOME)
            os.environ["DATABASE_URL"] = self.lease.dsn
        import django

        django.setup()
        if self.migrate:
            migrate_if_needed()

    def __exit__(self, *exception: object) -> None:
        from django.db import connections

        connections.close_all()
        if self.lease is not None:
            del os.environ["DATABASE_URL"]
            self.lease.close()


def migrate_if_needed() -> None:
    """Run migrations unless this database is known to have exactly the ones in the code."""
    from django.core.management import call_command

    fingerprint = _fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == fingerprint:
        return
    say("Preparing the database …")
    call_command("migrate", verbosity=0, interactive=False)
    STAMP.parent.mkdir(parents=True, exist_ok=True)
    STAMP.write_text(fingerprint, encoding="ascii")


def _fingerprint() -> str:
    """Names of our migrations, the lock of everyone else's, and the database they were applied to."""
    from django.db import connection

    digest = hashlib.sha256()
    for path in sorted((PROJECT / "jembatan").glob("**/migrations/0*.py")):
        digest.update(str(path.relative_to(PROJECT)).encode())
    lock = PROJECT / "requirements" / "run.txt"
    digest.update(lock.read_bytes() if lock.exists() else b"")
    with connection.cursor() as cursor:
        cursor.execute("SELECT system_identifier::text || current_database() FROM pg_control_system()")
        digest.update(cursor.fetchone()[0].encode())
    return digest.hexdigest()


def home_file(name: str) -> Path:
    """A file in this installation's own folder, which is made if need be."""
    HOME.mkdir(parents=True, exist_ok=True)
    return HOME / name
