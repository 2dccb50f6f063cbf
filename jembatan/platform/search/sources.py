"""What can be found: every domain registers a source for its kind of record, and finds only what the actor may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `snippet` is safe HTML (see `text.headlines`), the passage that answers."""

    title: str
    subtitle: str
    url: str
    marking: str
    moment: datetime | None
    snippet: str = ""


class SearchSource(Protocol):
    """One kind of record. `label` names many of them ("People"); `icon` is one of the sprite."""

    @property
    def kind(self) -> str:
        """A word for addresses: `people`."""

    @property
    def label(self) -> str | Promise:
        """What people call the kind."""

    @property
    def icon(self) -> str:
        """Its icon."""

    def find(self, actor: Any, text: str, *, limit: int) -> list[Hit]:
        """The best hits among what the actor may see, at most `limit`."""


@runtime_checkable
class ForgivingSource(SearchSource, Protocol):
    """A source that can also look for what only resembles the text; asked when nothing else was found anywhere."""

    def find_alike(self, actor: Any, text: str, *, limit: int) -> list[Hit]:
        """The closest first, at most `limit`."""


@runtime_checkable
class NarrowedSource(SearchSource, Protocol):
    """A source whose hits can be narrowed by one parameter of the address, where it is the kind that was chosen."""

    @property
    def parameter(self) -> str:
        """Its name: `turn`."""

    @property
    def choices(self) -> Mapping[str, str | Promise]:
        """What it may be, and what people call that."""

    def find_narrowed(self, actor: Any, text: str, choice: str, *, limit: int) -> list[Hit]:
        """`find` among what one of the choices leaves."""


_sources: dict[str, SearchSource] = {}


def register_source(source: SearchSource) -> None:
    """Make the kind searchable; registering it again replaces it. The order of registration is the order of the page."""
    _sources[source.kind] = source


def sources() -> list[SearchSource]:
    """All of them, in order."""
    return list(_sources.values())
