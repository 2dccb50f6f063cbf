"""How every domain writes to the journal: `record` for one line, `record_many` for an importer's thousands."""

from collections.abc import Iterable
from itertools import batched

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.activity import Activity
from jembatan.journal.actions.announcing import announce_written
from jembatan.journal.actions.copying import copy_lines
from jembatan.journal.actions.line import NAME_LENGTH, Line, cut, distinct, doer, without_nul
from jembatan.journal.models import Entry, EntryParty

__all__ = ["Line", "record", "record_many"]

CHUNK = 5000


def record(actor: Actor, line: Line) -> Entry:
    """Write the entry and its parties, inside the caller's transaction.

    A summary longer than 500 characters is cut with an ellipsis, never refused.
    """
    now = timezone.now()
    source_kind, source_id = line.source or ("", None)
    user_id, name = doer(actor, line)
    entry = Entry.objects.create(
        desk=actor.desk,
        occurred_at=line.occurred_at or now,
        precision=line.precision,
        user_id=user_id,
        actor_name=name,
        kind=line.kind,
        summary=cut(line.summary),
        detail=without_nul(line.detail),
        dossier=line.dossier,
        marking=line.marking,
        source_kind=source_kind,
        source_id=source_id,
        import_batch=line.import_batch,
        corrects=line.corrects,
    )
    EntryParty.objects.bulk_create(_party(entry, party) for party in distinct(line.parties))
    activity = Activity(now)
    activity.add(line)
    activity.tell(actor)
    announce_written(actor, [line])
    return entry


def record_many(actor: Actor, lines: Iterable[Line]) -> int:
    """Write any number of lines inside the caller's transaction, in memory for 5,000 at a time; returns how many."""
    count, now = 0, timezone.now()
    activity = Activity(now)
    for chunk in batched(lines, CHUNK):
        copy_lines(actor, list(chunk), now=now)
        for line in chunk:
            activity.add(line)
        announce_written(actor, chunk)
        count += len(chunk)
    activity.tell(actor)
    return count


def _party(entry: Entry, party: Person | Organisation) -> EntryParty:
    row = EntryParty(
        entry=entry,
        desk_id=entry.desk_id,
        name=cut(str(party), NAME_LENGTH),
        occurred_at=entry.occurred_at,
        kind=entry.kind,
    )
    if isinstance(party, Person):
        row.person_id = party.pk
    else:
        row.organisation_id = party.pk
    return row
