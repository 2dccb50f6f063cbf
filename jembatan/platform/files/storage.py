"""A file system storage in which a name either holds the whole content or does not exist."""

import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

LEAVING = ".leaving-"


class WholeFileStorage(FileSystemStorage):
    """Writes beside the target and renames, so that a process killed half-way leaves no truncated file behind."""

    def _save(self, name: str, content: "File[bytes]") -> str:
        target = Path(self.path(name))
        try:
            descriptor, draft = tempfile.mkstemp(dir=target.parent, prefix=".draft-")
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=target.parent, prefix=".draft-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
            Path(draft).replace(target)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
        return name

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name asked for: content-addressed files are the same file."""
        return name

    def renew(self, name: str) -> bool:
        """Say that someone needs the file from now on; False if it is not there (any more), and has to be saved."""
        try:
            os.utime(self.path(name))
        except FileNotFoundError:
            return False
        return True

    def untouched_since(self, moment: datetime) -> Iterator[str]:
        """Names of files that nobody has saved or renewed since; also what a killed process left of a file."""
        for folder, _folders, files in os.walk(self.location):
            for file in files:
                path = Path(folder, file)
                if self._is_older(path, moment):
                    yield path.relative_to(self.location).as_posix()

    def discard(self, name: str, *, untouched_since: datetime) -> bool:
        """Delete the file, unless someone renews it in this very moment; False if it stays.

        It is renamed first: who renews it before is seen in its time, who comes after finds nothing and saves it anew.
        """
        path = Path(self.path(name))
        leaving = path if path.name.startswith(".") else path.with_name(LEAVING + path.name)
        try:
            path.rename(leaving)
            if not self._is_older(leaving, untouched_since):
                leaving.rename(path)
                return False
            leaving.unlink()
        except FileNotFoundError:
            return False
        return True

    def _is_older(self, path: Path, moment: datetime) -> bool:
        try:
            return path.stat().st_mtime < moment.timestamp()
        except FileNotFoundError:
            return False
