"""What dossiers announce, inside the action's transaction: the journal writes it down."""

from dataclasses import dataclass, field
from enum import StrEnum

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking


class Change(StrEnum):
    """What was done to the dossier."""

    OPENED = "opened"
    EDITED = "edited"
    RESTRICTED = "restricted"
    UNRESTRICTED = "unrestricted"
    MEMBER_ADDED = "member_added"
    MEMBER_REMOVED = "member_removed"
    PARTY_ADDED = "party_added"
    PARTY_REMOVED = "party_removed"
    CLOSED = "closed"
    REOPENED = "reopened"
    PLANNED = "planned"
    STEP_ADDED = "step_added"
    STEP_MOVED = "step_moved"
    STEP_DONE = "step_done"
    STEP_DROPPED = "step_dropped"
    STEP_REOPENED = "step_reopened"
    MEASURED = "measured"
    SHARED = "shared"
    FOLLOW_UP = "follow_up"
    PARTNER_CONFIRMED = "partner_confirmed"
    PARTNER_DONE = "partner_done"
    PARTNER_OTHER_DAY = "partner_other_day"
    FILED = "filed"
    ASSESSED = "assessed"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierChanged:
    """`parties` are those the dossier has, or the one in question; `name` is the member's or the step's.

    `marking` is what the line bears, `words` are a partner's own.
    """

    actor: Actor
    dossier: Dossier
    change: Change
    parties: tuple[Organisation | Person, ...] = field(default=())
    name: str = ""
    words: str = ""
    marking: Marking
