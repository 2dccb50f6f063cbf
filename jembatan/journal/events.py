"""What the journal announces, inside the transaction that moved something: rooms above whose records stand where others do."""

from dataclasses import dataclass
from typing import NamedTuple

from jembatan.accounts.models import Desk


class Place(NamedTuple):
    """Where a source stands now."""

    source_id: int
    dossier_id: int | None
    marking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPlaced:
    """These sources of one kind may stand elsewhere than before."""

    desk: Desk
    source_kind: str
    places: tuple[Place, ...]
