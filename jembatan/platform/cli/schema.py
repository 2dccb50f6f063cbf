"""The schema is brought up to date by whichever command comes first; the others notice with one question."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection

from jembatan.platform.cli.output import say
from jembatan.platform.paths import PROJECT

LOCK = 7_526_224  # Any number that no other program on this database uses for an advisory lock.
MIGRATE = """
from jembatan.platform.cli.starting import set_up_django
set_up_django()
from jembatan.platform.cli.schema import migrate
migrate()
"""
STAMP = "SELECT obj_description(to_regclass('django_migrations'), 'pg_class')"


def bring_up_to_date() -> None:
    """Migrate unless this database already has exactly the migrations in the code.

    The database itself remembers: a comment on the table of applied migrations, which a backup carries along. It is done in a
    process of its own: the history of all tables takes 120 MB, which would stay with the command that happened to come first.
    """
    if applied() == fingerprint():
        return
    done = subprocess.run([sys.executable, "-c", MIGRATE], check=False)
    if done.returncode:
        sys.exit(done.returncode)


def migrate() -> None:
    """What that process does; one that waited for another has nothing left to do."""
    wanted = fingerprint()
    with _alone():
        if applied() == wanted:
            return
        say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        with connection.cursor() as cursor:
            cursor.execute("COMMENT ON TABLE django_migrations IS %s", [wanted])


def applied() -> str | None:
    """The fingerprint of the migrations in the database; None for one that has not been brought up to date by us."""
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        row = cursor.fetchone()
    return row[0] if row else None


def fingerprint() -> str:
    """One figure for the names of our migrations and the lock of everyone else's."""
    digest = hashlib.sha256("\n".join(own_migrations()).encode())
    lock = PROJECT / "requirements" / "run.txt"
    digest.update(lock.read_bytes() if lock.exists() else b"")
    return digest.hexdigest()


def own_migrations() -> list[str]:
    """Paths of the migrations in our code, sorted."""
    package = PROJECT / "jembatan"
    return sorted(str(path.relative_to(package)) for path in package.glob("**/migrations/0*.py"))


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time, on whatever machine; a killed one's lock goes with its connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
