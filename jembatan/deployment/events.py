"""What deployment announces."""

from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Handover, Offer, Proposal, Roster


@dataclass(frozen=True, slots=True)
class RosterPublished:
    """Officers work by this roster from now on."""

    actor: Actor
    roster: Roster


@dataclass(frozen=True, slots=True)
class SeatsChanged:
    """Somebody else sits on seats of these duties, or nobody. `officers` are those who came and those who left; `written`: they are told by letters."""

    actor: Actor
    roster: Roster
    duties: tuple[int, ...]
    officers: tuple[int, ...]
    written: bool


@dataclass(frozen=True, slots=True)
class SolvingAsked:
    """A worker is to make a roster."""

    solving_id: int


@dataclass(frozen=True, slots=True)
class BoundAsked:
    """A worker is to reckon what no roster can be below."""

    bound_id: int


@dataclass(frozen=True, slots=True)
class BroadcastSent:
    """The letters of a broadcast are to be put into the outbox."""

    broadcast_id: int


@dataclass(frozen=True, slots=True)
class LookAsked:
    """A worker is to look which changed movements and duties of a programme want other officers."""

    programme_id: int


@dataclass(frozen=True, slots=True)
class OfferMade:
    """These officers are asked to take a seat."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class HandedOver:
    """An officer is given what another one leaves open."""

    actor: Actor
    handover: Handover


@dataclass(frozen=True, slots=True)
class HandoverAcknowledged:
    """The incoming officer has said that they have it."""

    handover: Handover


@dataclass(frozen=True, slots=True)
class LeftAsItIs:
    """Somebody has decided that nobody steps in."""

    proposal: Proposal
