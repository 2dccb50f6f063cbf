"""What a book is: rooms with something to share register one, and the programs of their members find it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, Protocol

from django.utils.functional import Promise

type Right = Literal["", "r", "rw"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One record as it is served: a vCard, or a calendar object with all its parts.

    `marking` is its TLP label. `audiences` are numbers by which the book hides it from some readers. `starts_at` and `ends_at` enclose an event's times.
    """

    key: str
    uid: str
    text: str
    marking: str
    audiences: tuple[int, ...] = ()
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a program puts in a record's place: `key` is None for a new one, `before` the text that stood there.

    The book locks its record, and raises `Changed` if the text `is_current` no more.
    """

    key: str | None
    uid: str
    content: bytes
    before: str = ""
    is_current: Callable[[], bool] = lambda: True


class Changed(Exception):
    """Somebody changed the record at this very moment; the program asks again and decides."""


class Book(Protocol):
    """A kind of collection that every desk has one of. Actors and desks are those of the rooms above."""

    @property
    def kind(self) -> str:
        """A word for addresses and tables: `people`."""

    @property
    def tag(self) -> Literal["VADDRESSBOOK", "VCALENDAR"]:
        """As Radicale names it."""

    @property
    def label(self) -> str | Promise:
        """What people call the kind: "People"."""

    def title(self, actor: Any) -> str:
        """What programs show."""

    def right(self, actor: Any) -> Right:
        """Whether the actor may read it, or write as well."""

    def hidden(self, actor: Any) -> frozenset[int]:
        """The audiences that the actor does not belong to: what bears one of them does not exist for this reader."""

    def hidden_outside(self, desk: Any) -> frozenset[int]:
        """The audiences that are not everybody's: what bears one of them stands under no secret address, whoever made it."""

    def keys(self, desk: Any) -> Iterator[str]:
        """Every record that stands in it now."""

    def cards(self, desk: Any, keys: Collection[str]) -> Iterator[Card]:
        """The texts of these records, in any order; of those that do not stand in it (any more) none."""

    def turned(self, desk: Any, since: date | None) -> tuple[date, Collection[str]]:
        """The desk's date, and the records whose text changed by nothing but the days after `since`."""

    def put(self, actor: Any, written: Written) -> str:
        """Keep what a program wrote, by the actions that pages call; returns the key.

        Refuses with `PermissionDenied` or `ValidationError`, each with a sentence, and raises `Changed`.
        """

    def remove(self, actor: Any, key: str) -> None:
        """Take a record out, by the action that pages call."""


_books: dict[str, Book] = {}


def register_book(book: Book) -> None:
    """Share it; registering it again replaces it."""
    _books[book.kind] = book


def books() -> list[Book]:
    """All of them, in the order of registration."""
    return list(_books.values())


def book_of(kind: str) -> Book | None:
    """The book of that kind."""
    return _books.get(kind)
