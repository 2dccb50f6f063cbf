"""What a backup says about itself, so that a restore can refuse what it does not understand."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Self

from jembatan.platform.cli.schema import own_migrations

FORMAT = "jembatan-backup-1"


class NotABackup(Exception):
    """The file is not a backup that this version can restore; the message says why."""


@dataclass(frozen=True, slots=True)
class About:
    """The first member of a backup."""

    format: str
    version: str
    made_at: str
    migrations: list[str]

    @classmethod
    def now(cls) -> Self:
        """Of a backup made at this moment by this code."""
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(FORMAT, version("jembatan"), made_at, own_migrations())

    @classmethod
    def read(cls, text: bytes) -> Self:
        """Raises NotABackup for another format, and for a backup made by newer code, whose tables this code does not know."""
        try:
            about = cls(**json.loads(text))
        except (ValueError, TypeError) as error:
            raise NotABackup("It does not say what it is.") from error
        if about.format != FORMAT:
            raise NotABackup(f"Its format is {about.format}; this version reads {FORMAT}.")
        if unknown := sorted(set(about.migrations) - set(own_migrations())):
            raise NotABackup(
                f"It was made by a newer Jembatan ({about.version}); this one lacks {unknown[0]}."
            )
        return about

    def text(self) -> bytes:
        """The form in the file."""
        return json.dumps(asdict(self), indent=2).encode()
