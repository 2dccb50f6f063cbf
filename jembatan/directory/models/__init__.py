"""Organisations, people, positions and how to reach them."""

from jembatan.directory.models.contact_point import ContactPoint
from jembatan.directory.models.counterpart import Counterpart
from jembatan.directory.models.duplicate import Duplicate
from jembatan.directory.models.organisation import Organisation
from jembatan.directory.models.person import Person
from jembatan.directory.models.position import Position
from jembatan.directory.models.precedence import (
    PrecedenceRank,
    PrecedenceTable,
    PrecedenceVersion,
    RankedPosition,
)
from jembatan.directory.models.relationship import Relationship

__all__ = [
    "ContactPoint",
    "Counterpart",
    "Duplicate",
    "Organisation",
    "Person",
    "Position",
    "PrecedenceRank",
    "PrecedenceTable",
    "PrecedenceVersion",
    "RankedPosition",
    "Relationship",
]
