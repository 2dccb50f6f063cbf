"""Sources as a sequence of windows: as many messages as fit into a bounded memory, read while the window before is filed."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from queue import Queue

from jembatan.correspondence.formats.containers import BrokenContainer, RawMessage, raw_messages
from jembatan.correspondence.formats.identity import Identity, identity
from jembatan.correspondence.importer.mailboxes import mailbox_name
from jembatan.platform.imports.importer import Source

MOST_MESSAGES = 500
MOST_BYTES = 8 << 20


@dataclass(slots=True)
class Window:
    """Messages of one mailbox with their identities, those that came cut, those that stopped a fetch (with the reason), and
    sources that broke off.
    """

    mailbox: str
    messages: list[tuple[RawMessage, Identity]] = field(default_factory=list)
    cut: list[RawMessage] = field(default_factory=list)
    poisoned: list[tuple[RawMessage, str]] = field(default_factory=list)
    broken: list[tuple[Source, BrokenContainer]] = field(default_factory=list)
    size: int = 0

    @property
    def is_full(self) -> bool:
        """Whether the next message belongs into another window."""
        return len(self.messages) >= MOST_MESSAGES or self.size >= MOST_BYTES

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has come."""
        return not (self.messages or self.cut or self.poisoned or self.broken)

    @property
    def numbered(self) -> Iterator[tuple[int, Identity | None]]:
        """The place of each message, and its identity where it could be read."""
        yield from ((message.position, known_as) for message, known_as in self.messages)
        yield from (
            (message.position, None) for message in (*self.cut, *(each for each, _why in self.poisoned))
        )

    def take(self, message: RawMessage) -> None:
        """Add a message."""
        self.size += len(message.raw)
        if message.is_cut:
            self.cut.append(message)
        else:
            self.messages.append((message, identity(message.raw)))


def windows(sources: Iterable[Source]) -> Iterator[Window]:
    """All messages of all sources, in order; sources of one mailbox that follow each other share windows."""
    window = Window("")
    for source in sources:
        name = mailbox_name(source)
        if name != window.mailbox:
            yield window
            window = Window(name)
        try:
            for message in raw_messages(source.path, source.name):
                window.take(message)
                if window.is_full:
                    yield window
                    window = Window(name)
        except BrokenContainer as broken:
            window.broken.append((source, broken))
    yield window


def one_ahead(found: Iterator[Window]) -> Iterator[Window]:
    """The same windows, the next one read by a thread while its user waits for the database."""
    queue: Queue[Window | BaseException | None] = Queue(maxsize=1)
    stopped = threading.Event()

    def fill() -> None:
        try:
            for window in found:
                queue.put(window)
                if stopped.is_set():
                    return
        except BaseException as error:  # noqa: BLE001 it is raised where the windows are used
            queue.put(error)
        else:
            queue.put(None)

    reader = threading.Thread(target=fill, name="read-mail", daemon=True)
    reader.start()
    try:
        while (item := queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        stopped.set()
        while reader.is_alive():
            if not queue.empty():
                queue.get()
            reader.join(0.01)
