"""Internal notes: lines of the journal that stand below the message that they were written under."""

from collections import defaultdict
from collections.abc import Sequence

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread, UnfinishedNote
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import visible_entries
from jembatan.platform.seldom import seldom

SOURCE = "message"
NOTE = "mail.note"


def unfinished_note(actor: Actor, thread: Thread) -> str:
    """What the actor has typed of a note on this conversation and not yet kept."""
    begun = UnfinishedNote.objects.filter(desk=actor.desk, thread=thread, user=actor.user)
    return begun.values_list("text", flat=True).first() or ""


def notes_below(actor: Actor, message_ids: Sequence[int]) -> dict[int, list[Entry]]:
    """What members noted when each message was the latest, the oldest first."""
    entries = visible_entries(actor).filter(kind=NOTE, source_kind=SOURCE, source_id__in=message_ids)
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in seldom(entries.order_by("occurred_at", "id")):
        found[entry.source_id or 0].append(entry)
    return found
