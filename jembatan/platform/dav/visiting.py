"""Who asks, and what they sent: known to every part of one request without being handed through Radicale."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from jembatan.platform.dav.models import Collection, Resource


@dataclass(frozen=True, slots=True)
class Seat:
    """A desk that the visitor works at: its word in addresses, and the visitor as an actor there."""

    slug: str
    actor: Any


@dataclass(frozen=True, slots=True)
class Visitor:
    """A user whose program has signed in. `name` is the first part of all their addresses."""

    user_id: int
    language: str
    zone: ZoneInfo
    seats: tuple[Seat, ...]

    @property
    def name(self) -> str:
        return str(self.user_id)


@dataclass(frozen=True, slots=True)
class Visit:
    """One request. `body` is what came with it, as it came; `seen` the collections as this request has them before it.

    `rows` are the single records that it has read, by collection and name: None where nothing has that name.
    """

    visitor: Visitor
    body: bytes = b""
    seen: dict[tuple[str, str], Collection] = field(default_factory=dict)
    rows: dict[tuple[int, str], Resource | None] = field(default_factory=dict)


type Door = Callable[[str, str], Visitor | None]
_visit: ContextVar[Visit] = ContextVar("visit")
_doors: list[Door] = []


def register_door(door: Door) -> None:
    """The function that turns a login and a password into a visitor, None where they open nothing."""
    _doors[:] = [door]


def sign_in(login: str, password: str) -> Visitor | None:
    """By the door that was registered."""
    return _doors[0](login, password) if _doors else None


@contextmanager
def visiting(visit: Visit) -> Iterator[None]:
    """For the time of a request."""
    token = _visit.set(visit)
    try:
        yield
    finally:
        _visit.reset(token)


def visit() -> Visit:
    """The request at hand."""
    return _visit.get()
