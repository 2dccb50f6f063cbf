"""The journal's line of a filed message."""

from jembatan.accounts.models import User
from jembatan.correspondence.actions.filing.senders import Correspondents
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.formats.whatsapp_readings import is_chat_message
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line
from jembatan.platform.markings import Marking

RECEIVED, SENT = "mail.received", "mail.sent"
CHAT_RECEIVED, CHAT_SENT = "chat.received", "chat.sent"
NO_SUBJECT = NO_AUTHOR = "—"


def line_of(
    reading: Reading,
    pk: int,
    *,
    thread: Thread | None,
    who: Correspondents,
    batch_id: int | None,
    written_by: User | None = None,
    pretends: bool = False,
) -> Line:
    """Received or sent, with everyone outside whom the directory knows, at the thread's dossier and marking.

    It is its author's line, a member's or not; whoever imports it only writes it down. Mail that only `pretends` to be a
    member's is of the bare address.
    """
    author = reading.sender
    member = None if pretends else who.us.members.get(author.email)
    name = "" if pretends else author.name
    return Line(
        kind=_kind(reading, ours=author.email in who.us and not pretends),
        summary=reading.subject or reading.text[:200].strip() or NO_SUBJECT,
        occurred_at=reading.sent_at,
        parties=_parties(reading, who),
        dossier=thread.dossier if thread else None,
        marking=Marking(thread.marking) if thread else Marking.GREEN,
        source=(SOURCE, pk),
        import_batch=batch_id,
        by=written_by or member or name or author.email or NO_AUTHOR,
    )


def _kind(reading: Reading, *, ours: bool) -> str:
    if is_chat_message(reading.message_id):
        return CHAT_SENT if ours else CHAT_RECEIVED
    return SENT if ours else RECEIVED


def _parties(reading: Reading, who: Correspondents) -> tuple[Person | Organisation, ...]:
    found: dict[Person | Organisation, None] = {}
    for address in (
        reading.sender,
        *(address for field, address in reading.recipients if field != "reply_to"),
    ):
        correspondent = who.of(address.email)
        if correspondent is None or address.email in who.us:
            continue
        for party in (
            who.party(Person, correspondent.person_id),
            who.party(Organisation, correspondent.organisation_id),
        ):
            if party is not None:
                found[party] = None
    return tuple(found)
