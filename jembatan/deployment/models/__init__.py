"""The records of deployment: who works where, and how that came to be."""

from jembatan.deployment.models.assignment import ACTIVE, Assignment
from jembatan.deployment.models.bound import Bound
from jembatan.deployment.models.broadcast import Broadcast, BroadcastReceiver
from jembatan.deployment.models.certificates import CertificateIssue
from jembatan.deployment.models.change import Handover, Override, Standby
from jembatan.deployment.models.offer import Offer, OfferedTo
from jembatan.deployment.models.proposal import UNDECIDED, Proposal
from jembatan.deployment.models.roster import Roster
from jembatan.deployment.models.solving import Solving

__all__ = [
    "ACTIVE",
    "UNDECIDED",
    "Assignment",
    "Bound",
    "Broadcast",
    "BroadcastReceiver",
    "CertificateIssue",
    "Handover",
    "Offer",
    "OfferedTo",
    "Override",
    "Proposal",
    "Roster",
    "Solving",
    "Standby",
]
