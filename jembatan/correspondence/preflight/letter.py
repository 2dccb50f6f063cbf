"""A letter that is about to leave."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from jembatan.platform.markings import Marking


class Correspondent(NamedTuple):
    """Who writes or receives; `email` is lower case, `name` as it stands in the field."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """What stands behind the @; empty where there is none."""
        return self.email.rpartition("@")[2] if "@" in self.email else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """As it would be sent, quotation and signature included.

    `sent_at` is aware and the moment of sending, or of the check. `language` is ISO 639-1, "" where unknown. `answers` is the
    address of whoever wrote the message that this letter answers, "" where that is not known. `attachments` are names.
    `unchecked` are lines that a machine translated and that nobody has checked.
    `inserted` are the wordings of lines to take that its writer has put in.
    """

    subject: str
    text: str
    author: Correspondent
    to: tuple[Correspondent, ...]
    cc: tuple[Correspondent, ...] = ()
    bcc: tuple[Correspondent, ...] = ()
    marking: Marking | None = None
    attachments: tuple[str, ...] = ()
    language: str = ""
    sent_at: datetime | None = None
    is_reply: bool = False
    answers: str = ""
    unchecked: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()

    @property
    def receivers(self) -> tuple[Correspondent, ...]:
        """Everyone it goes to."""
        return (*self.to, *self.cc, *self.bcc)
