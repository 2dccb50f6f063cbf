"""What is negotiated, with whom, within which limits, and what has been offered and agreed."""

from jembatan.negotiation.models.issue import Issue, Option
from jembatan.negotiation.models.mandate import Mandate
from jembatan.negotiation.models.negotiation import Negotiation
from jembatan.negotiation.models.offer import AgreedPoint, Offer, OfferedOption
from jembatan.negotiation.models.party import Interest, NegotiatingParty
from jembatan.negotiation.models.worth import Score, Weight

__all__ = [
    "AgreedPoint",
    "Interest",
    "Issue",
    "Mandate",
    "NegotiatingParty",
    "Negotiation",
    "Offer",
    "OfferedOption",
    "Option",
    "Score",
    "Weight",
]
