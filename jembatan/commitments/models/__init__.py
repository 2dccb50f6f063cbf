"""What was promised, the dates that were moved, what partners say to it, and the suggestions that nobody wants."""

from jembatan.commitments.models.commitment import Commitment
from jembatan.commitments.models.moved_date import MovedDate
from jembatan.commitments.models.partner_question import PartnerAnswer, PartnerQuestion
from jembatan.commitments.models.passed_over import PassedOver

__all__ = ["Commitment", "MovedDate", "PartnerAnswer", "PartnerQuestion", "PassedOver"]
