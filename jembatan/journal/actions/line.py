"""What an action has to say to the journal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

SUMMARY_LENGTH = 500
NAME_LENGTH = 300
ACTOR_LENGTH = 200


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line; `occurred_at` None means now, `source` names the record that it came from by kind and id.

    `by` is who did it where that is not the actor: whoever imports a colleague's mail only writes it down. It is a member of
    the desk, or the name of somebody who is none.
    Of a party only its class, id and name are read, so an importer need not load it.
    """

    kind: str
    summary: str
    detail: str = ""
    occurred_at: datetime | None = None
    precision: Entry.Precision = Entry.Precision.MINUTE
    parties: Iterable[Person | Organisation] = field(default_factory=tuple)
    dossier: Dossier | None = None
    marking: Marking = Marking.GREEN
    source: tuple[str, int] | None = None
    import_batch: int | None = None
    corrects: Entry | None = None
    by: User | str | None = None


def doer(actor: Actor, line: Line) -> tuple[int | None, str]:
    """Who did it: the member's id, if it was one, and the name."""
    if isinstance(line.by, str):
        return None, cut(line.by, ACTOR_LENGTH)
    user = line.by or actor.user
    return user.pk if user else None, user.full_name if user else actor.name


def cut(text: str, length: int = SUMMARY_LENGTH) -> str:
    """The text on one line that fits its column, with an ellipsis where it was too long."""
    one_line = " ".join(without_nul(text).split())
    return one_line if len(one_line) <= length else one_line[: length - 1] + "…"


def without_nul(text: str) -> str:
    """PostgreSQL's texts hold every character but this one, and mail holds it too."""
    return text.replace("\x00", "") if "\x00" in text else text


def distinct(parties: Iterable[Person | Organisation]) -> Iterable[Person | Organisation]:
    """Each party once, in order; compared by id, since a model's own hash is slow over a million lines."""
    return {(isinstance(party, Person), party.id): party for party in parties}.values()
