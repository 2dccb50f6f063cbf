"""What an importer reads from."""

from dataclasses import dataclass
from pathlib import Path

HEAD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """A file or folder on this machine to read from; `name` is what people call it."""

    path: Path
    name: str

    def head(self) -> bytes:
        """The first 64 kB of a file; nothing of a folder."""
        if not self.path.is_file():
            return b""
        with self.path.open("rb") as file:
            return file.read(HEAD_BYTES)
