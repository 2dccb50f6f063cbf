"""Yjs updates, version 1, as far as plain text writes them: https://docs.yjs.dev/api/document-updates.

Anything else that such an update may hold (formats, embedded values, other types) is refused, and so is what does not end where it should:
only what a text box can write goes on to the library that merges.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

ROOT = "text"
LARGEST = 2**53 - 1
LONGEST_UPDATE = 512 * 1024
_GONE, _DELETED, _STRING = 0, 1, 4
_HAS_ORIGIN, _HAS_RIGHT_ORIGIN, _HAS_KEY, _KIND = 0x80, 0x40, 0x20, 0x1F

type Place = tuple[int, int]


class NotAnUpdate(ValueError):
    """These bytes are not what a text box writes."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that one client added one after the other: `length` UTF-16 units from `clock`. `beside` are places it stands next to."""

    client: int
    clock: int
    length: int
    beside: tuple[Place, ...] = ()

    @property
    def end(self) -> int:
        """The clock after it."""
        return self.clock + self.length


@dataclass(frozen=True, slots=True)
class Update:
    """What was added, and which characters (by who added them) were taken away."""

    added: tuple[Run, ...] = ()
    removed: tuple[Run, ...] = ()

    @property
    def clients(self) -> frozenset[int]:
        """Those that added something."""
        return frozenset(run.client for run in self.added)

    def builds_on(self, known: Mapping[int, int]) -> bool:
        """Nothing is missing between it and a document that holds so many units of each client."""
        clocks = dict(known)
        for run in self.added:
            if run.clock > clocks.get(run.client, 0):
                return False
            clocks[run.client] = max(clocks.get(run.client, 0), run.end)
        places = [place for run in self.added for place in run.beside]
        return all(clock < clocks.get(client, 0) for client, clock in places) and all(
            run.end <= clocks.get(run.client, 0) for run in self.removed
        )


def read_update(content: bytes) -> Update:
    """What an update says. Raises `NotAnUpdate`."""
    if len(content) > LONGEST_UPDATE:
        raise NotAnUpdate("too long")
    reader = _Reader(content)
    added = tuple(run for _ in range(reader.count()) for run in _runs(reader))
    removed = tuple(run for _ in range(reader.count()) for run in _removed(reader))
    if reader.at != len(content):
        raise NotAnUpdate("something behind its end")
    return Update(added, removed)


def read_state(content: bytes) -> dict[int, int]:
    """A state vector: how many units of each client a document holds. Raises `NotAnUpdate`."""
    reader = _Reader(content)
    return {reader.number(): reader.number() for _ in range(reader.count())}


def written_anew(text: str, *, client: int, known: Mapping[int, int]) -> bytes:
    """The update of a new client after which a document that holds so many units of each client says `text` and nothing else."""
    written = bytearray(b"\x01\x01" + _number(client) + b"\x00" + bytes([_STRING, 1]) if text else b"\x00")
    if text:
        written += _text(ROOT) + _text(text)
    written += _number(len(known))
    for other, units in known.items():
        written += _number(other) + b"\x01\x00" + _number(units)
    return bytes(written)


def _number(number: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def _text(text: str) -> bytes:
    content = text.encode()
    return _number(len(content)) + content


def _runs(reader: "_Reader") -> Iterator[Run]:
    count, client, clock = reader.count(), reader.number(), reader.number()
    for _ in range(count):
        info = reader.byte()
        beside: tuple[Place, ...] = ()
        if info & _KIND not in (_GONE, _DELETED, _STRING):
            raise NotAnUpdate("more than text")
        if info & _KIND != _GONE:
            beside = _beside(reader, info)
        length = reader.text_length() if info & _KIND == _STRING else reader.number()
        run = Run(client, clock, length, beside)
        if not 0 < length <= run.end <= LARGEST:
            raise NotAnUpdate("a run without characters")
        yield run
        clock = run.end


def _beside(reader: "_Reader", info: int) -> tuple[Place, ...]:
    """The neighbours; a run without any says that it belongs to the text itself."""
    sides = [(reader.number(), reader.number()) for side in (_HAS_ORIGIN, _HAS_RIGHT_ORIGIN) if info & side]
    if not sides and (reader.number() != 1 or reader.text() != ROOT or info & _HAS_KEY):
        raise NotAnUpdate("not in the text")
    return tuple(sides)


def _removed(reader: "_Reader") -> Iterator[Run]:
    client = reader.number()
    for _ in range(reader.count()):
        run = Run(client, reader.number(), reader.number())
        if not 0 < run.length <= run.end <= LARGEST:
            raise NotAnUpdate("removes nothing")
        yield run


@dataclass(slots=True)
class _Reader:
    content: bytes
    at: int = field(default=0)

    def byte(self) -> int:
        if self.at >= len(self.content):
            raise NotAnUpdate("ends too early")
        self.at += 1
        return self.content[self.at - 1]

    def number(self) -> int:
        """Seven bits a byte, the lowest first."""
        number = shift = 0
        while True:
            byte = self.byte()
            number |= (byte & 0x7F) << shift
            if number > LARGEST or shift > 56:
                raise NotAnUpdate("a number too large")
            if byte < 0x80:
                return number
            shift += 7

    def count(self) -> int:
        """Of things that take a byte each at least."""
        number = self.number()
        if number > len(self.content) - self.at:
            raise NotAnUpdate("ends too early")
        return number

    def text(self) -> str:
        length = self.count()
        self.at += length
        try:
            return self.content[self.at - length : self.at].decode()
        except UnicodeDecodeError as error:
            raise NotAnUpdate("not UTF-8") from error

    def text_length(self) -> int:
        """In UTF-16 units."""
        text = self.text()
        if "\x00" in text:
            raise NotAnUpdate("a character that no text holds")
        return len(text.encode("utf-16-le")) // 2
