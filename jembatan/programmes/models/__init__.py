"""The records of programmes."""

from jembatan.programmes.models.delegation import Delegation, DelegationMember, DelegationNote
from jembatan.programmes.models.duty import Duty, DutyTemplate
from jembatan.programmes.models.itinerary import ItineraryItem
from jembatan.programmes.models.movement import Movement
from jembatan.programmes.models.officer import Absence, ConflictOfInterest, Officer, OfficerLanguage, Pair
from jembatan.programmes.models.place import Place, Travel
from jembatan.programmes.models.post import Post
from jembatan.programmes.models.programme import Programme

__all__ = [
    "Absence",
    "ConflictOfInterest",
    "Delegation",
    "DelegationMember",
    "DelegationNote",
    "Duty",
    "DutyTemplate",
    "ItineraryItem",
    "Movement",
    "Officer",
    "OfficerLanguage",
    "Pair",
    "Place",
    "Post",
    "Programme",
    "Travel",
]
