"""A file system storage in which a name either holds the whole content or does not exist, also after a loss of power."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage

from jembatan.platform.files.durable import sync

LEAVING = ".leaving-"


class WholeFileStorage(FileSystemStorage):
    """Writes beside the target, waits for the disk, renames, and waits again: whoever is told that it is saved may rely on it."""

    def save_all(self, contents: Mapping[str, bytes]) -> None:
        """`save` for any number of small contents by name, which waits for the disk once for all of them."""
        self._write({name: ContentFile(content) for name, content in contents.items()})

    def _save(self, name: str, content: "File[bytes]") -> str:
        self._write({name: content})
        return name

    def _write(self, contents: "Mapping[str, File[bytes]]") -> None:
        drafts: dict[Path, Path] = {}
        folders: set[Path] = set()
        try:
            for name, content in contents.items():
                target = Path(self.path(name))
                descriptor, draft = self._draft(target, folders)
                drafts[draft] = target
                with os.fdopen(descriptor, "wb") as file:
                    for chunk in content.chunks():
                        file.write(chunk)
            sync(drafts)
            for draft, target in drafts.items():
                draft.replace(target)
        except BaseException:
            for draft in drafts:
                draft.unlink(missing_ok=True)
            raise
        sync(folders)

    def _draft(self, target: Path, folders: set[Path]) -> tuple[int, Path]:
        """An open file beside the target. Adds the folders that will have new entries."""
        folders.add(target.parent)
        if not target.parent.exists():
            # from the new folder up to the one that the storage lies in: any of them may be new
            folders.update(target.parents[: len(target.relative_to(self.location).parts) + 1])
            target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=target.parent, prefix=".draft-")
        return descriptor, Path(draft)

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
