"""A database written to one file and put back from it, by PostgreSQL's own pg_dump, pg_restore and psql."""

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from jembatan.platform.postgres.binaries import find_binaries
from jembatan.platform.postgres.refusal import DatabaseRefused

EMPTY = b"BEGIN;\nDROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n"
ERRORS = ("ERROR:", "FATAL:", "psql: error", "pg_restore: error")  # After any notices.
COMMIT = b"\nCOMMIT;\n"


def dump_database(dsn: str, target: Path) -> None:
    """One consistent moment of the database in pg_dump's custom format; the file is the caller's to remove on a refusal."""
    command = ["--format=custom", "--no-owner", "--no-privileges", "--file", str(target), dsn]
    _run([_program("pg_dump"), *command], "PostgreSQL could not write the database")


def check_dump(source: Path) -> None:
    """Refuse a file that pg_restore cannot read."""
    _run([_program("pg_restore"), "--list", str(source)], f"{source.name} is not a whole database")


def replace_database(dsn: str, source: Path) -> None:
    """Put this dump in the place of all that is in the database, in one transaction: all of it or nothing.

    The closing COMMIT is sent only after pg_restore has read the dump to its end.
    """
    restore = [_program("pg_restore"), "--no-owner", "--no-privileges", "--file=-", str(source)]
    with (
        subprocess.Popen(restore, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as reading,
        subprocess.Popen(
            [_program("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", dsn],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as writing,
    ):
        assert reading.stdout is not None
        assert writing.stdin is not None
        assert writing.stderr is not None
        try:
            writing.stdin.write(EMPTY)
            shutil.copyfileobj(reading.stdout, writing.stdin)
            if reading.wait() == 0:
                writing.stdin.write(COMMIT)
            writing.stdin.close()
        except BrokenPipeError:
            reading.kill()
            with suppress(BrokenPipeError):
                writing.stdin.close()
        complaint = writing.stderr.read().decode(errors="replace")
    if reading.returncode or writing.returncode:
        raise DatabaseRefused(_sentence("PostgreSQL could not restore the database", complaint))


def _program(name: str) -> str:
    binaries = find_binaries()
    if not (binaries.folder / name).is_file():
        raise DatabaseRefused(
            f"{binaries.folder} has no {name}, which a backup needs; install PostgreSQL's client programs."
        )
    return binaries.program(name)


def _run(command: list[str], failure: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise DatabaseRefused(_sentence(failure, done.stderr))


def _sentence(failure: str, complaint: str) -> str:
    lines = complaint.strip().splitlines()
    lines = [line for line in lines if line.startswith(ERRORS)] or lines
    return f"{failure}: {lines[0]}" if lines else f"{failure}."
