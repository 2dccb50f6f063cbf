"""What correspondence announces."""

from dataclasses import dataclass
from datetime import datetime

from jembatan.accounts.actor import Actor


@dataclass(frozen=True, slots=True)
class SenderLinked:
    """An address turned out to belong to someone in the directory; announced after commit."""

    sender_id: int


@dataclass(frozen=True, slots=True)
class ClocksChanged:
    """The desk, or these partners of it, answer in another time than before; announced inside the transaction."""

    desk_id: int
    organisation_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MailQueued:
    """A mail of the outbox is to be tried at that moment, the first time or again; announced inside the transaction."""

    mail_id: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class CalendarArrived:
    """A calendar came with a mail that was filed; announced inside the transaction.

    `actor` files the mail, `message_id` is its row, `sender` the address that it is from. Not `believed`: the servers on its way say that
    it is not from there. `import_batch` is the import that brought the mail, None where none did.
    """

    actor: Actor
    message_id: int
    sender: str
    believed: bool
    content: bytes
    import_batch: int | None = None


@dataclass(frozen=True, slots=True)
class AnnouncementStarted:
    """An announcement begins to leave, or goes on leaving; announced inside the transaction."""

    announcement_id: int
