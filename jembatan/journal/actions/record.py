"""How every domain writes its line: one function, called inside the action's transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry, EntryParty
from jembatan.platform.markings import Marking

SUMMARY_LENGTH = 500


@dataclass(frozen=True, kw_only=True)
class Line:
    """What an action has to say to the journal; `occurred_at` None means now."""

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


def record(actor: Actor, line: Line) -> Entry:
    """Write the entry and its parties; a summary longer than 500 characters is cut with an ellipsis, never refused."""
    source_kind, source_id = line.source or ("", None)
    entry = Entry.objects.create(
        desk=actor.desk,
        occurred_at=line.occurred_at or timezone.now(),
        precision=line.precision,
        user=actor.user,
        actor_name=actor.name,
        kind=line.kind,
        summary=cut(line.summary),
        detail=line.detail,
        dossier=line.dossier,
        marking=line.marking,
        source_kind=source_kind,
        source_id=source_id,
        import_batch=line.import_batch,
        corrects=line.corrects,
    )
    EntryParty.objects.bulk_create(_party(entry, party) for party in dict.fromkeys(line.parties))
    return entry


def cut(summary: str) -> str:
    """A summary on one line that fits the column."""
    one_line = " ".join(summary.split())
    return one_line if len(one_line) <= SUMMARY_LENGTH else one_line[: SUMMARY_LENGTH - 1] + "…"


def _party(entry: Entry, party: Person | Organisation) -> EntryParty:
    row = EntryParty(entry=entry, desk_id=entry.desk_id, name=str(party), occurred_at=entry.occurred_at)
    if isinstance(party, Person):
        row.person_id = party.pk
    else:
        row.organisation_id = party.pk
    return row
