"""The records of programmes."""

from jembatan.programmes.models.certificate import OfficerCertificate
from jembatan.programmes.models.delegation import Delegation, DelegationMember, DelegationNote
from jembatan.programmes.models.deletion import DeletionRequest
from jembatan.programmes.models.duty import Duty, DutyTemplate
from jembatan.programmes.models.duty_run import DutyRun
from jembatan.programmes.models.itinerary import ItineraryItem
from jembatan.programmes.models.movement import Movement
from jembatan.programmes.models.movement_change import MovementChange
from jembatan.programmes.models.officer import Absence, ConflictOfInterest, Officer, OfficerLanguage, Pair
from jembatan.programmes.models.place import Place, Travel
from jembatan.programmes.models.post import Post
from jembatan.programmes.models.programme import Programme
from jembatan.programmes.models.reader import NoteReader

__all__ = [
    "Absence",
    "ConflictOfInterest",
    "Delegation",
    "DelegationMember",
    "DelegationNote",
    "DeletionRequest",
    "Duty",
    "DutyRun",
    "DutyTemplate",
    "ItineraryItem",
    "Movement",
    "MovementChange",
    "NoteReader",
    "Officer",
    "OfficerCertificate",
    "OfficerLanguage",
    "Pair",
    "Place",
    "Post",
    "Programme",
    "Travel",
]
