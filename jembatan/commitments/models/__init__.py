"""What was promised, and the dates that were moved."""

from jembatan.commitments.models.commitment import Commitment
from jembatan.commitments.models.moved_date import MovedDate

__all__ = ["Commitment", "MovedDate"]
