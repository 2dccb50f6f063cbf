"""Older mail on the timeline of someone whose address has only now become known."""

from typing import Any

from django.db import connection, transaction

from jembatan.correspondence.models import Message, Recipient, Sender
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.directory.models import Organisation, Person
from jembatan.journal.models import Entry, EntryParty


@transaction.atomic
def enter_on_timelines(sender_id: int) -> int:
    """Name the sender's person and organisation as parties of the journal's lines about their mail; returns how many.

    Lines of the journal are never changed, so parties can be added and not taken away: this runs when the time to undo
    the answer is over, and does nothing for an address that waits again. Done twice, it adds nothing.
    """
    sender = Sender.objects.select_related("person", "organisation").filter(pk=sender_id).first()
    if sender is None or sender.state != Sender.State.KNOWN:
        return 0
    return sum(_enter(sender, party) for party in (sender.person, sender.organisation) if party is not None)


def _enter(sender: Sender, party: Person | Organisation) -> int:
    """One statement, whatever the number of messages."""
    column = "person_id" if isinstance(party, Person) else "organisation_id"
    entries, parties, messages, recipients = (
        model._meta.db_table for model in (Entry, EntryParty, Message, Recipient)
    )
    values: dict[str, Any] = {
        "party": party.pk,
        "name": str(party)[:300],
        "sender": sender.pk,
        "desk": sender.desk_id,
        "source": SOURCE,
    }
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO {parties} (entry_id, desk_id, {column}, name, occurred_at, kind)
            SELECT entry.id, entry.desk_id, %(party)s, %(name)s, entry.occurred_at, entry.kind
            FROM {entries} AS entry
            WHERE entry.desk_id = %(desk)s AND entry.source_kind = %(source)s AND entry.source_id IN (
                SELECT id FROM {messages} WHERE sender_id = %(sender)s
                UNION SELECT message_id FROM {recipients} WHERE sender_id = %(sender)s
            ) AND NOT EXISTS (
                SELECT FROM {parties} AS known WHERE known.entry_id = entry.id AND known.{column} = %(party)s
            )
            """,
            values,
        )
        return int(cursor.rowcount)
