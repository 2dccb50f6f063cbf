"""Unpacking archives that strangers made: names stay inside the folder, links are left out, and a bomb does not go off."""

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

from django.utils.translation import gettext_noop as _

from jembatan.platform.imports.reasons import because

CHUNK = 1024 * 1024
NAME_LENGTH = 120
TAR_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    zlib.error,
    OSError,
    RuntimeError,
    NotImplementedError,
)


class CannotUnpack(Exception):
    """The archive is broken, protected, or larger than anyone needs; says so in a sentence."""


@dataclass(slots=True)
class Budget:
    """What all archives of one import may still unpack to, nested ones included."""

    members: int = 500_000
    size: int = 32 * 1024**3

    def take(self, *, members: int = 0, size: int = 0) -> None:
        """Spend some; raises `CannotUnpack` when it is used up."""
        self.members -= members
        self.size -= size
        if self.members < 0 or self.size < 0:
            raise CannotUnpack(_("This archive unpacks to more than an import may hold."))


def is_archive(path: Path) -> bool:
    """By its ending: .zip, .tar, .tar.gz, .tgz and the like, or one file in .gz (spreadsheets are zips but not archives)."""
    return path.name.lower().endswith((".zip", ".gz", *TAR_ENDINGS))


def unpack(archive: Path, folder: Path, *, budget: Budget) -> list[str]:
    """Write the archive's files below `folder`; the names of links and devices, which were left out.

    Raises `CannotUnpack`; the folder may then hold a part.
    """
    left_out: list[str] = []
    try:
        for number, (name, content) in enumerate(_members(archive, left_out)):
            budget.take(members=1)
            _write(content, _target(folder, name, number), budget)
    except BROKEN as error:
        if "password" in str(error):
            raise CannotUnpack(_("This archive is protected by a password.")) from error
        raise CannotUnpack(
            because(_("This archive is broken (%(error)s)."), error=error or type(error).__name__)
        ) from error
    return left_out


def _members(archive: Path, left_out: list[str]) -> Iterator[tuple[str, IO[bytes]]]:
    name = archive.name.lower()
    if name.endswith(".zip"):
        yield from _zip_members(archive)
    elif name.endswith(TAR_ENDINGS):
        yield from _tar_members(archive, left_out)
    else:
        with gzip.open(archive, "rb") as content:
            yield archive.stem, cast(IO[bytes], content)


def _zip_members(archive: Path) -> Iterator[tuple[str, IO[bytes]]]:
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            if not member.is_dir():
                with opened.open(member) as content:
                    yield member.filename, content


def _tar_members(archive: Path, left_out: list[str]) -> Iterator[tuple[str, IO[bytes]]]:
    with tarfile.open(archive, "r|*") as opened:
        for member in opened:
            content = opened.extractfile(member) if member.isfile() else None
            if content is not None:
                yield member.name, content
            elif not member.isdir():
                left_out.append(member.name)


def _target(folder: Path, name: str, number: int) -> Path:
    """Below the folder whatever the name says; a name that is taken already gets its number in front."""
    parts = [
        part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"", "/", ".", ".."}
    ]
    safe = [_safe(part) for part in parts] or [str(number)]
    target = folder.joinpath(*safe)
    if target.exists() or any(parent.is_file() for parent in target.parents if parent != folder):
        target = folder / f"{number}-{safe[-1]}"
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _safe(part: str) -> str:
    """A name that every file system takes, its ending kept."""
    clean = "".join("_" if character in "\0/\\" else character for character in part)
    clean = clean.encode("utf-8", "replace").decode("utf-8")
    stem, dot, ending = clean.rpartition(".")
    return clean if len(clean) <= NAME_LENGTH else f"{(stem or ending)[:90]}{dot}{ending[:20]}"


def _write(content: IO[bytes], target: Path, budget: Budget) -> None:
    with target.open("wb") as file:
        while chunk := content.read(CHUNK):
            budget.take(size=len(chunk))
            file.write(chunk)
