"""What mail comes in: mbox, single messages, each also compressed, and Maildir."""

import bz2
import gzip
import lzma
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from jembatan.correspondence.formats import mbox
from jembatan.correspondence.formats.header_block import looks_like_header

START = 64 * 1024
LARGEST = 64 << 20
COMPRESSED = {b"\x1f\x8b": gzip, b"BZh": bz2, b"\xfd7zXZ": lzma}
BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error)


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A message's bytes and where they stood: the file, and its number there (0 in a file of its own)."""

    source: str
    position: int
    raw: bytes

    @property
    def is_cut(self) -> bool:
        """Too large to be read: only the first 64 MB are here."""
        return len(self.raw) >= LARGEST


@dataclass(frozen=True, slots=True)
class BrokenContainer(Exception):
    """A file could not be read on from here; what came before has been delivered."""

    source: str
    reason: str


def is_mail(path: Path) -> bool:
    """Whether this file holds mail in any form."""
    try:
        start = _start(path)
    except BROKEN:
        return False
    return mbox.is_mbox(start) or looks_like_header(start, known=1 if path.suffix.lower() == ".eml" else 2)


def holds_one(path: Path) -> bool:
    """Whether this file is a message itself, not a box of them."""
    try:
        return not mbox.is_mbox(_start(path))
    except BROKEN:
        return False


def is_maildir(folder: Path) -> bool:
    """Maildir: `cur` and `new` stand in it."""
    return (folder / "cur").is_dir() and (folder / "new").is_dir()


def raw_messages(path: Path, name: str) -> Iterator[RawMessage]:
    """All messages, in the order of the container. Raises `BrokenContainer` where it ends too early."""
    if path.is_dir():
        yield from _maildir(path, name)
        return
    try:
        start = _start(path)
        with _open(path) as stream:
            yield from _stream(stream, start, name)
    except BROKEN as error:
        raise BrokenContainer(name, str(error) or type(error).__name__) from error


def _maildir(folder: Path, name: str) -> Iterator[RawMessage]:
    """`cur` and `new` of the folder itself, then Maildir++ and nested subfolders; `tmp` holds half-written files."""
    for part in ("cur", "new"):
        with os.scandir(folder / part) as entries:
            files = sorted(entry.name for entry in entries if entry.is_file())
        for file in files:
            yield RawMessage(f"{name}/{part}/{file}", 0, _read(f"{folder}/{part}/{file}"))
    for child in sorted(folder.iterdir()):
        if child.is_dir() and is_maildir(child):
            yield from _maildir(child, f"{name}/{child.name}")


def _read(path: str) -> bytes:
    """Unbuffered, with names instead of paths: a Maildir has as many files as messages."""
    with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 a path object for each is what costs
        return stream.read(LARGEST)


def _open(path: Path) -> IO[bytes]:
    with path.open("rb") as file:
        magic = file.read(6)
    packing = next((module for prefix, module in COMPRESSED.items() if magic.startswith(prefix)), None)
    return cast("IO[bytes]", packing.open(path, "rb")) if packing else path.open("rb")


def _start(path: Path) -> bytes:
    with _open(path) as stream:
        return stream.read(START)


def _stream(stream: IO[bytes], start: bytes, name: str) -> Iterator[RawMessage]:
    if not mbox.is_mbox(start):
        yield RawMessage(name, 0, stream.read(LARGEST))
        return
    for position, raw in enumerate(mbox.messages(stream, largest=LARGEST), start=1):
        yield RawMessage(name, position, raw)
