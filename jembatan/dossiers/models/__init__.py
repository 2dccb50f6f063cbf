"""Matters, who is party to them, who may see them, and what is planned in them."""

from jembatan.dossiers.models.assessment import Assessment
from jembatan.dossiers.models.conflict import Conflict
from jembatan.dossiers.models.dossier import Dossier, DossierMember, DossierParty
from jembatan.dossiers.models.file import DossierFile, FileVersion
from jembatan.dossiers.models.follow_up import FollowUp, StepAnswer
from jembatan.dossiers.models.framework import Framework, FrameworkObjective, FrameworkStep
from jembatan.dossiers.models.objective import Objective, OwnInterest, Reading
from jembatan.dossiers.models.step import Step

__all__ = [
    "Assessment",
    "Conflict",
    "Dossier",
    "DossierFile",
    "DossierMember",
    "DossierParty",
    "FileVersion",
    "FollowUp",
    "Framework",
    "FrameworkObjective",
    "FrameworkStep",
    "Objective",
    "OwnInterest",
    "Reading",
    "Step",
    "StepAnswer",
]
