"""What a phone hands over when a chat is exported: a text, alone or with its media in a zip or a folder."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from jembatan.correspondence.formats.whatsapp import chat_title, is_chat

START = 64 * 1024
LARGEST_TEXT = 256 << 20
LARGEST_FILE = 64 << 20
BROKEN = (OSError, zipfile.BadZipFile, EOFError, zlib.error, RuntimeError, NotImplementedError)
IOS_TEXT = "_chat.txt"


class Export(Protocol):
    """An export by its files; names are those that the chat mentions."""

    @property
    def title(self) -> str:
        """Whom the chat is with."""

    def text(self) -> bytes:
        """The chat."""

    def names(self) -> list[str]:
        """The media."""

    def read(self, name: str) -> bytes:
        """One of them, no more than 64 MB of it."""


def export_at(path: Path, name: str) -> Export | None:
    """The export that a file or folder is; None for anything else."""
    if path.is_dir():
        return _Folder.at(path, name)
    try:
        if zipfile.is_zipfile(path):
            return _Zip.at(path, name)
        with path.open("rb") as file:
            return _Text(path, chat_title(name)) if is_chat(file.read(START)) else None
    except BROKEN:
        return None


@dataclass(frozen=True, slots=True)
class _Text:
    path: Path
    title: str

    def text(self) -> bytes:
        with self.path.open("rb") as file:
            return file.read(LARGEST_TEXT)

    def names(self) -> list[str]:
        return []

    def read(self, name: str) -> bytes:
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class _Folder:
    chat: Path
    title: str

    @classmethod
    def at(cls, folder: Path, name: str) -> "_Folder | None":
        """A folder whose only text is a chat; others are asked file by file."""
        texts = [path for path in folder.iterdir() if path.suffix.lower() == ".txt"]
        if len(texts) != 1 or not texts[0].is_file():
            return None
        with texts[0].open("rb") as file:
            if not is_chat(file.read(START)):
                return None
        return cls(texts[0], _title(texts[0].name, name))

    def text(self) -> bytes:
        return _Text(self.chat, self.title).text()

    def names(self) -> list[str]:
        inside = (path for path in self.chat.parent.iterdir() if path.is_file() and path != self.chat)
        return sorted(path.name for path in inside if not path.name.startswith("."))

    def read(self, name: str) -> bytes:
        with (self.chat.parent / PurePosixPath(name).name).open("rb") as file:
            return file.read(LARGEST_FILE)


@dataclass(frozen=True, slots=True)
class _Zip:
    path: Path
    member: str
    title: str

    @classmethod
    def at(cls, path: Path, name: str) -> "_Zip | None":
        """A zip whose only text is a chat; office documents and other archives are none."""
        with zipfile.ZipFile(path) as opened:
            texts = [member for member in opened.namelist() if member.lower().endswith(".txt")]
            if len(texts) != 1:
                return None
            with opened.open(texts[0]) as file:
                if not is_chat(file.read(START)):
                    return None
        return cls(path, texts[0], _title(texts[0], name))

    def text(self) -> bytes:
        with zipfile.ZipFile(self.path) as opened, opened.open(self.member) as file:
            return file.read(LARGEST_TEXT)

    def names(self) -> list[str]:
        with zipfile.ZipFile(self.path) as opened:
            inside = [member for member in opened.infolist() if not member.is_dir()]
        return sorted(
            member.filename.rpartition("/")[2] for member in inside if member.filename != self.member
        )

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(self.path) as opened:
            for member in opened.infolist():
                if member.filename.rpartition("/")[2] == name:
                    with opened.open(member) as file:
                        return file.read(LARGEST_FILE)
        raise KeyError(name)


def _title(text_name: str, outer_name: str) -> str:
    """iOS calls every chat `_chat.txt`; then the zip or the folder says whom it is with."""
    return chat_title(outer_name if PurePosixPath(text_name).name == IOS_TEXT else text_name)
