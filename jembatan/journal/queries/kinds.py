"""The kinds of entries: their owners declare them, `config/wiring.py` registers them, pages and reports name them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise

from jembatan.journal.models import Entry
from jembatan.journal.queries.glances import Glance

type Label = str | Promise


class Told(Protocol):
    """What has been read of an entry, where a whole one would cost too much."""

    @property
    def kind(self) -> str:
        """Its dotted name."""

    @property
    def source_kind(self) -> str:
        """ "" for none."""

    @property
    def source_id(self) -> int | None:
        """The record that it came from."""


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A dotted name (`mail.received`), what people call it, and its icon. The part before the dot is its group.

    `contact` says that something happened with the entry's parties, who therefore count as active; editing a record does not.
    `folds` lets timelines show several of one sitting as one line. `of_desk` says that it concerns the desk alone, never a
    party or a dossier.
    """

    name: str
    label: Label
    icon: str
    group_label: Label
    contact: bool = False
    folds: bool = False
    of_desk: bool = False

    @property
    def group(self) -> str:
        """`mail` of `mail.received`."""
        return self.name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A kind of record that entries come from, and the page that shows one (None: it has no page)."""

    name: str
    address: Callable[[int], str | None]


_kinds: dict[str, EntryKind] = {}
_sources: dict[str, SourceKind] = {}


def register_kind(kind: EntryKind) -> None:
    """Make a kind of entry known."""
    _kinds[kind.name] = kind


def register_source(source: SourceKind) -> None:
    """Make a kind of source known."""
    _sources[source.name] = source


def kind_of(entry: Entry | Glance | Told) -> EntryKind:
    """The entry's kind; one whose owner is gone shows its own name."""
    return _kinds.get(entry.kind) or EntryKind(entry.kind, entry.kind, "circle", entry.kind)


def contact_kinds() -> frozenset[str]:
    """Names of the kinds in which something happened with the parties."""
    return frozenset(kind.name for kind in _kinds.values() if kind.contact)


def groups() -> dict[str, Label]:
    """Group names and labels, in the order of registration."""
    return {kind.group: kind.group_label for kind in _kinds.values()}


def groups_of_subjects() -> dict[str, Label]:
    """Those that the timeline of a party or a dossier can hold."""
    return {kind.group: kind.group_label for kind in _kinds.values() if not kind.of_desk}


def source_address(entry: Entry | Told) -> str | None:
    """Where the entry's evidence is shown; None when it is the entry itself or has no page."""
    source = _sources.get(entry.source_kind)
    return source.address(entry.source_id) if source and entry.source_id else None
