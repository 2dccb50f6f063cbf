"""Where one home keeps its server: data, locks, log and socket, all in folders only their owner may enter."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from jembatan.platform.postgres.refusal import DatabaseRefused

LONGEST_SOCKET_PATH = 100
SOCKET_NAME = ".s.PGSQL.5432"
DATABASE = USER = "jembatan"


@dataclass(frozen=True)
class Layout:
    """Paths derived from the home alone, so that every process finds the same server."""

    home: Path

    @property
    def folder(self) -> Path:
        """Everything of the server's except, below a very long home, its socket."""
        return self.home / "postgres"

    @property
    def data(self) -> Path:
        """PostgreSQL's data directory."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server and its keeper say."""
        return self.folder / "server.log"

    @property
    def starting(self) -> Path:
        """Locked by the process that brings the server up."""
        return self.folder / "starting.lock"

    @property
    def leases(self) -> Path:
        """Locked, shared, by every process that needs the server; exclusively by the keeper that stops it."""
        return self.folder / "leases.lock"

    @property
    def keeper(self) -> Path:
        """Locked by the one process that watches the server; holds its number."""
        return self.folder / "keeper.lock"

    @property
    def socket_folder(self) -> Path:
        """Inside the home, or in /tmp where the home's path is too long for a socket address."""
        near = self.folder / "socket"
        if len(os.fsencode(near / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return near
        name = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]
        return Path(f"/tmp/jembatan-{name}")

    @property
    def socket(self) -> Path:
        """The one address the server listens on."""
        return self.socket_folder / SOCKET_NAME

    def dsn(self, database: str = DATABASE) -> str:
        """How psycopg, Django and pg_dump reach a database of this server."""
        return f"postgresql:///{database}?host={quote(str(self.socket_folder), safe='')}&user={USER}"

    def prepare(self) -> None:
        """Make the folders; refuse a socket folder that somebody else has put in our place."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        self.socket_folder.mkdir(mode=0o700, exist_ok=True)
        status = self.socket_folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid not in {os.getuid(), self.folder.stat().st_uid}:
            raise DatabaseRefused(f"{self.socket_folder} belongs to somebody else; remove it.")
        self.socket_folder.chmod(0o700)
