"""What an action has to say to the journal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

SUMMARY_LENGTH = 500
NAME_LENGTH = 300


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line; `occurred_at` None means now, `source` names the record that it came from by kind and id.

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
