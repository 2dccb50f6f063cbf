"""Filing messages: senders, threads, attachments and the journal in one go, a chunk at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import DatabaseError, connection, transaction
from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.ourselves import Ourselves, ourselves
from jembatan.correspondence.actions.announcements.unsubscribe import keep_unsubscriptions
from jembatan.correspondence.actions.bounces import keep_bounces
from jembatan.correspondence.actions.filing.attachments import keep_attachments
from jembatan.correspondence.actions.filing.calendars import tell_calendars
from jembatan.correspondence.actions.filing.copying import copy_rows, reserve_ids
from jembatan.correspondence.actions.filing.lines import line_of
from jembatan.correspondence.actions.filing.ourselves import claim_senders
from jembatan.correspondence.actions.filing.senders import Correspondents
from jembatan.correspondence.actions.filing.threads import Placed, place
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.actions.restate import restate_ids
from jembatan.correspondence.actions.statements.mentions import keep_mentions
from jembatan.correspondence.actions.telling import tell_threads
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.models import Mailbox, Message, Recipient, Thread
from jembatan.correspondence.models.message import SEARCHED_CHARACTERS
from jembatan.correspondence.queries.pretended import pretending
from jembatan.journal.actions.record import record_many
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking

MESSAGE_COLUMNS = (
    "id", "desk_id", "mailbox_id", "thread_id", "message_id", "in_reply_to", "references", "placement", "sent_at",
    "sent_offset", "subject", "subject_key", "unreferenced_reply", "from_name", "from_email", "sender_id", "ours",
    "pretends", "automatic", "thanks", "asks", "settles", "holds", "promised_by", "internal", "text", "searched", "html", "head", "language", "size", "digest", "defects",
    "import_batch",
)  # fmt: skip
RECIPIENT_COLUMNS = ("message_id", "field", "name", "email", "sender_id")


@dataclass(slots=True)
class Filing:
    """One run of filing for a desk; call `finish` at its end, inside the same transaction.

    `written_by` is the member who wrote all of it, where that is known better than by the address that it is from. Without
    `told` the journal gets no line: an announcement has one of its own for all its mails. `arrived_at` is the host in whose inbox
    the messages were found.
    """

    actor: Actor
    batch_id: int | None = None
    written_by: User | None = None
    told: bool = True
    arrived_at: str = ""
    us: Ourselves = field(init=False)
    who: Correspondents = field(init=False)
    touched: set[int] = field(default_factory=set)
    parents: set[str] = field(default_factory=set)
    pretending: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        require_officer(self.actor)
        self.us = ourselves(self.actor.desk)
        self.who = Correspondents(self.actor.desk, self.us, self.batch_id)

    def already(self, message_ids: Iterable[str]) -> dict[str, str]:
        """Digests of those that the desk has, by Message-ID."""
        filed = Message.objects.filter(desk=self.actor.desk, message_id__among=message_ids)
        return dict(filed.values_list("message_id", "digest"))

    def file(self, mailbox: Mailbox, readings: Sequence[Reading]) -> None:
        """File new messages, each Message-ID once; all or none of them, with the database's error."""
        try:
            with transaction.atomic():
                self._file(mailbox, readings)
        except DatabaseError:
            self.who.forget()
            raise

    def finish(self) -> None:
        """Bring the threads that were touched up to date.

        That locks them; a colleague may have put one into a dossier while this mail was being filed, or mail has joined two
        conversations, so the journal's lines follow now. Open pages hear of them.
        """
        restate_ids(self.touched)
        apart = ~Q(marking=Marking.GREEN) | Q(dossier__isnull=False)
        lines_follow(
            self.actor.desk, Thread.objects.filter(apart, pk__among=self.touched).values_list("pk", flat=True)
        )
        tell_threads(self.actor.desk, self.touched)
        self.touched.clear()

    def _file(self, mailbox: Mailbox, readings: Sequence[Reading]) -> None:
        self.who.meet(readings)
        claim_senders(self.actor.desk, self.us, self.who.take_unclaimed())
        claims = {r.message_id: r.head for r in readings if r.sender.email in self.us}
        self.pretending = pretending(self.actor.desk, self.us, claims, arrived_at=self.arrived_at)
        placed = place(self.actor.desk, self.us, readings)
        self.parents = {reading.message_id for reading in readings}
        self.parents |= self.already({r.ancestors[-1] for r in readings if r.ancestors}).keys()
        ids = reserve_ids(Message, len(readings))
        numbered = list(zip(ids, readings, strict=True))
        copy_rows(Message, MESSAGE_COLUMNS, (self._message(pk, r, mailbox, placed) for pk, r in numbered))
        copy_rows(
            Recipient, RECIPIENT_COLUMNS, (row for pk, r in numbered for row in self._recipients(pk, r))
        )
        keep_attachments((pk, kept) for pk, reading in numbered for kept in reading.attachments)
        tell_calendars(self.actor, numbered, batch_id=self.batch_id)
        keep_bounces(self.actor.desk, numbered)
        keep_mentions(self.actor.desk, numbered)
        keep_unsubscriptions(self.actor.desk, (reading for _pk, reading in numbered))
        if self.told:
            self._record(numbered, placed)
        _reopen(ids)
        self.touched.difference_update(placed.emptied)
        self.touched.update(placed.touched)

    def _message(self, pk: int, reading: Reading, mailbox: Mailbox, placed: Placed) -> tuple[object, ...]:
        author = self.who.of(reading.sender.email)
        pretends = reading.message_id in self.pretending
        ours = reading.sender.email in self.us and not pretends
        # Someone whom the desk knows may mean it with a circular; an office's newsletter is nobody's turn.
        automatic = reading.automatic or (reading.circular and not ours and not (author and author.person_id))
        return (
            pk, self.actor.desk.pk, mailbox.pk, placed.threads[reading.message_id], reading.message_id,
            reading.in_reply_to, _array(reading.references), placed.reasons[reading.message_id].value, reading.sent_at,
            reading.sent_offset, reading.subject, reading.subject_key, reading.unreferenced_reply, reading.sender.name,
            reading.sender.email, author.pk if author else None, ours, pretends, automatic, reading.thanks, reading.asks,
            reading.settles, reading.holding is not None, reading.holding.promised if reading.holding else None,
            ours and self._among_ourselves(reading), reading.text, self._searched(reading), reading.html, reading.head, reading.language,
            reading.size, reading.digest, _array(reading.defects), self.batch_id,
        )  # fmt: skip

    def _searched(self, reading: Reading) -> int:
        """What is quoted from a message that the desk has is found there; else it is searched here."""
        parent_is_here = bool(reading.ancestors) and reading.ancestors[-1] in self.parents
        return min(reading.own_length if parent_is_here else len(reading.text), SEARCHED_CHARACTERS)

    def _among_ourselves(self, reading: Reading) -> bool:
        receivers = (
            address.email for field, address in reading.recipients if field != Recipient.Field.REPLY_TO
        )
        return all(email in self.us for email in receivers)

    def _recipients(self, pk: int, reading: Reading) -> Iterable[tuple[object, ...]]:
        for name, address in reading.recipients:
            known = self.who.of(address.email)
            yield pk, name, address.name, address.email, known.pk if known else None

    def _record(self, numbered: Sequence[tuple[int, Reading]], placed: Placed) -> None:
        threads = Thread.objects.select_related("dossier").in_bulk(placed.touched)
        record_many(
            self.actor,
            (
                line_of(
                    reading,
                    pk,
                    thread=threads.get(placed.threads[reading.message_id]),
                    who=self.who,
                    batch_id=self.batch_id,
                    written_by=self.written_by,
                    pretends=reading.message_id in self.pretending,
                )
                for pk, reading in numbered
            ),
        )


def _array(values: Sequence[str]) -> "list[str] | str":
    """For COPY. Most are empty, and an empty one need not be taken for a list first."""
    return list(values) if values else "{}"


def _reopen(message_ids: list[int]) -> None:
    """A closed conversation comes back when someone has written after it was closed."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE {Thread._meta.db_table} AS thread SET done_at = NULL
            FROM {Message._meta.db_table} AS message
            WHERE message.id = ANY(%s) AND thread.id = message.thread_id AND thread.done_at < message.sent_at
            """,
            [message_ids],
        )
