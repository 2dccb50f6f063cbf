"""The one append-only journal."""

from jembatan.journal.models.entry import Entry, EntryParty
from jembatan.journal.models.placement import Placement
from jembatan.journal.models.retraction import Retraction

__all__ = ["Entry", "EntryParty", "Placement", "Retraction"]
