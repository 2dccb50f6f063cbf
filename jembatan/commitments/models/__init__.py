"""What was promised, the dates that were moved, and the suggestions that nobody wants."""

from jembatan.commitments.models.commitment import Commitment
from jembatan.commitments.models.moved_date import MovedDate
from jembatan.commitments.models.passed_over import PassedOver

__all__ = ["Commitment", "MovedDate", "PassedOver"]
