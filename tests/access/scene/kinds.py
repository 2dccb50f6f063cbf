"""What the scene is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from jembatan.correspondence.models import (
    Message,
)
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.meetings.models import Meeting

SECRET = "Wisanggeni"
OPEN = "Pelabuhan"

type Arguments = dict[str, object]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the addresses name (URL arguments by name): open to the desk, behind the dossier, and the directory's."""

    open: Arguments
    hidden: Arguments
    ministry: Organisation
    budi: Person


@dataclass(frozen=True, slots=True)
class World:
    """Matters of one dossier, all with the same word in them."""

    word: str
    dossier: Dossier
    message: Message
    meeting: Meeting
    note: Entry
    arguments: Mapping[str, object]
