"""A message as its bytes say it, for people and for filing."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class Address(NamedTuple):
    """A mailbox of RFC 5322; `email` is lower case, and empty where the header holds only a name."""

    name: str
    email: str


class Attachment(NamedTuple):
    """A part that is no body text. Name and type are the sender's claims."""

    name: str
    type: str
    content: bytes
    content_id: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Everything that is filed of a message.

    Message-IDs stand without their angle brackets. `date` is aware; `offset_known` is False where the sender wrote no
    usable offset, or where the date had to be taken from the last Received header. `headers` maps lower-case names to all
    decoded values, `head` is the header block as text. `defects` are short phrases for what had to be repaired.
    """

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    from_: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    date: datetime | None
    offset_known: bool
    subject: str
    text: str
    html: str
    attachments: tuple[Attachment, ...]
    signed: bool
    encrypted: bool
    headers: dict[str, list[str]]
    head: str
    defects: tuple[str, ...]

    def header(self, name: str) -> str:
        """The first value of a header (lower-case name), or nothing."""
        values = self.headers.get(name)
        return values[0] if values else ""
