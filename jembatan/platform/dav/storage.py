"""The tree of addresses: a folder for each user, in it the books of the desks where the user works."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from django.db import transaction
from radicale import pathutils
from radicale.item import Item
from radicale.storage import BaseCollection, BaseStorage

from jembatan.platform.dav.books import Book, book_of, books
from jembatan.platform.dav.projection import collection_of, renewed
from jembatan.platform.dav.shelf import Shelf
from jembatan.platform.dav.visiting import Seat, visit


class Folder(BaseCollection):
    """The root, and a user's own folder (the principal): nothing is in them but what the rules put there."""

    def __init__(self, path: str) -> None:
        self._path = path

    @property
    def path(self) -> str:
        return self._path

    @property
    def etag(self) -> str:
        return '"folder"'

    @property
    def last_modified(self) -> str:
        return "Thu, 01 Jan 1970 00:00:00 GMT"

    def get_meta(self, key: str | None = None) -> Any:
        """No properties."""
        return None if key else {}

    def get_all(self) -> Iterator[Item]:
        yield from ()

    def get_multi(self, hrefs: Iterable[str]) -> Iterator[tuple[str, Item | None]]:
        for href in hrefs:
            yield href, None


class Storage(BaseStorage):
    """For Radicale. Who asks is known from the visit; what is not theirs does not exist."""

    _is_collision_free = True
    _supports_unicode = True
    _supports_trailing_whitespace = True
    _supports_problematic_chars = True

    def discover(
        self,
        path: str,
        depth: str = "0",
        child_context_manager: Callable[[str, str | None], AbstractContextManager[None]] | None = None,
        user_groups: set[str] | None = None,
    ) -> Iterator[BaseCollection | Item]:
        """What stands at the path, and with a depth what is right below it."""
        parts = [part for part in pathutils.strip_path(path).split("/") if part]
        visitor = visit().visitor
        if not parts:
            yield Folder("")
            if depth != "0":
                yield Folder(visitor.name)
            return
        if parts[0] != visitor.name:
            return
        if len(parts) == 1:
            yield Folder(visitor.name)
            if depth != "0":
                yield from (_shelf(place) for place in places())
            return
        place = place_at(parts[1])
        if place is None or len(parts) > 3:
            return
        shelf = _shelf(place)
        if len(parts) == 3:
            row = shelf.row(parts[2])
            if row is not None and shelf.shows(row):
                yield shelf.item(row)
            return
        yield shelf
        if depth != "0":
            yield from shelf.get_all()

    def move(self, item: Item, to_collection: BaseCollection, to_href: str) -> None:
        """Refused: an address is a record's, and records stay at their desk."""
        raise PermissionError

    def create_collection(
        self, href: str, items: Iterable[Item] | None = None, props: Mapping[str, str] | None = None
    ) -> tuple[BaseCollection, dict[str, Item], list[str]]:
        """Refused: the desks decide which books there are."""
        raise PermissionError

    @contextmanager
    def acquire_lock(self, mode: str, user: str = "", *args: Any, **kwargs: Any) -> Iterator[None]:
        """Reading needs none: whoever has seen a number sees all changes below it. Writing happens one at a time in each book."""
        if mode == "r":
            yield
            return
        with transaction.atomic():
            place = place_at(_second_part(str(kwargs.get("path", ""))))
            if place is not None:
                seat, book = place
                visit().seen[seat.slug, book.kind] = renewed(seat.actor.desk, book)
            yield

    def verify(self) -> bool:
        """The database keeps its own order."""
        return True


type Place = tuple[Seat, Book]


def places() -> list[Place]:
    """The books that the visitor may read, desk by desk."""
    return [(seat, book) for seat in visit().visitor.seats for book in books() if book.right(seat.actor)]


def place_at(name: str) -> Place | None:
    """The book that the visitor knows by this part of its address: its kind, a hyphen, the desk's word."""
    kind, _hyphen, slug = name.partition("-")
    book = book_of(kind)
    seat = next((seat for seat in visit().visitor.seats if seat.slug == slug), None)
    return (seat, book) if seat and book and book.right(seat.actor) else None


def _shelf(place: Place) -> Shelf:
    seat, book = place
    path, seen = f"{visit().visitor.name}/{book.kind}-{seat.slug}", visit().seen
    if (seat.slug, book.kind) not in seen:
        seen[seat.slug, book.kind] = collection_of(seat.actor.desk, book)
    return Shelf(path, seat, book, seen[seat.slug, book.kind])


def _second_part(path: str) -> str:
    parts = pathutils.strip_path(path).split("/")
    return parts[1] if len(parts) > 1 else ""
