"""What officers write into a brief, who has cleared which words of it, and who gets it."""

from jembatan.briefings.models.brief import Audience, Brief
from jembatan.briefings.models.circulation import BriefReader
from jembatan.briefings.models.clearance import BriefClearance
from jembatan.briefings.models.part import FOR_THEM, BriefPart, BriefPartVersion, Part
from jembatan.briefings.models.rehearsal import Rehearsal

__all__ = [
    "FOR_THEM",
    "Audience",
    "Brief",
    "BriefClearance",
    "BriefPart",
    "BriefPartVersion",
    "BriefReader",
    "Part",
    "Rehearsal",
]
