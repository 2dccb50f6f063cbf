"""What dossiers announce, inside the action's transaction: the journal writes it down."""

from dataclasses import dataclass, field
from enum import StrEnum

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierChanged:
    """`parties` are those the dossier has (or, added or removed, the one in question); `name` is the member's."""

    actor: Actor
    dossier: Dossier
    change: Change
    parties: tuple[Organisation | Person, ...] = field(default=())
    name: str = ""
