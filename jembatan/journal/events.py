"""What the journal announces to rooms above: what was written with whom, and which records stand elsewhere now."""

from dataclasses import dataclass
from typing import NamedTuple

from jembatan.accounts.models import Desk


class Place(NamedTuple):
    """Where a source stands now."""

    source_id: int
    dossier_id: int | None
    marking: str


@dataclass(frozen=True, slots=True)
class EntriesWritten:
    """Lines of these kinds were written about these houses, and about people who stand in them without one; announced after the commit."""

    desk_id: int
    kinds: frozenset[str]
    organisations: frozenset[int]
    people: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPlaced:
    """These sources of one kind may stand elsewhere than before."""

    desk: Desk
    source_kind: str
    places: tuple[Place, ...]
