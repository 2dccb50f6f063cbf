"""Internal notes on a conversation: lines of the journal that never become mail."""

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.hold import held
from jembatan.correspondence.models import Thread, UnfinishedNote
from jembatan.correspondence.queries.conversation import in_order
from jembatan.correspondence.queries.notes import NOTE, SOURCE
from jembatan.correspondence.queries.parties import parties_of
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.journal.actions.note import EmptyNote
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking


@transaction.atomic
def note_on_thread(actor: Actor, thread: Thread, text: str) -> Entry:
    """Written below the latest message, whose dossier and marking it follows from now on. Raises `EmptyNote`."""
    require_writer(actor)
    if not text.strip():
        raise EmptyNote
    thread = held(actor, thread)
    latest = in_order(visible_messages(actor).filter(thread=thread)).last()
    summary, _newline, detail = text.strip().replace("\r\n", "\n").partition("\n")
    parties = [
        known for party in parties_of(actor, thread) for known in (party.person, party.organisation) if known
    ]
    line = Line(
        kind=NOTE,
        summary=summary,
        detail=detail.strip(),
        parties=parties,
        dossier=thread.dossier,
        marking=Marking(thread.marking),
        source=(SOURCE, latest.pk) if latest else None,
    )
    UnfinishedNote.objects.filter(thread=thread, user=actor.user).delete()
    return record(actor, line)


@transaction.atomic
def keep_unfinished(actor: Actor, thread: Thread, text: str) -> None:
    """What a member has typed of a note so far; nothing where there are no words. A job or command line keeps none."""
    require_writer(actor)
    thread = held(actor, thread, quietly=True)
    if actor.user is None:
        return
    if not text.strip():
        UnfinishedNote.objects.filter(thread=thread, user=actor.user).delete()
        return
    UnfinishedNote.objects.update_or_create(
        thread=thread, user=actor.user, defaults={"desk": actor.desk, "text": text}
    )
