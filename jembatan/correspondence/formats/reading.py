"""Everything that filing needs to know of a message, found from its bytes alone, so that another process can do it."""

from datetime import datetime
from hashlib import blake2b, sha256
from typing import NamedTuple, Protocol

from jembatan.correspondence.formats.answers import settles
from jembatan.correspondence.formats.automatic import is_automatic, is_circular
from jembatan.correspondence.formats.body import SIGNATURES
from jembatan.correspondence.formats.courtesies import asks, only_thanks
from jembatan.correspondence.formats.delivery_report import DeliveryReport, delivery_report
from jembatan.correspondence.formats.gone import says_gone
from jembatan.correspondence.formats.holding import Holding, read_holding
from jembatan.correspondence.formats.identity import Identity, identity
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.message import Address, Attachment, Mail
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.formats.quotation import lay_out
from jembatan.correspondence.formats.subjects import base_subject, is_reply

READ_FOR_TONE = 20_000


class KeptAttachment(NamedTuple):
    """An attachment and the digest (SHA-256) that it is stored under."""

    digest: str
    attachment: Attachment


class Reading(NamedTuple):
    """A message as it will be filed: a tuple, because thousands a second pass between processes.

    `subject_key` is a hash of the base subject, 0 for none. `own_length` says how many characters of the text come before
    the quotation that ends it (all of them where the author wrote below or between what is quoted).

    `ancestors` are the ids that this message refers to, oldest first: References, or else the first id of In-Reply-To
    (RFC 5256). An `unreferenced_reply` calls itself a reply and names no message. A `circular` went to many and wants nothing
    of any of them: no question, no request, no enclosure. For a delivery report the ancestor is the mail that it is about.
    """

    message_id: str
    digest: str
    ancestors: tuple[str, ...]
    in_reply_to: str
    references: tuple[str, ...]
    unreferenced_reply: bool
    subject_key: int
    sent_at: datetime | None
    sent_offset: int | None
    subject: str
    sender: Address
    recipients: tuple[tuple[str, Address], ...]
    text: str
    own_length: int
    html: str
    head: str
    language: str
    automatic: bool
    circular: bool
    thanks: bool
    asks: bool
    settles: bool
    holding: Holding | None
    size: int
    attachments: tuple[KeptAttachment, ...]
    defects: tuple[str, ...]
    report: DeliveryReport | None
    gone: str = ""
    """The sentence that says that whoever we wrote to has left."""


def read(raw: bytes, known_as: Identity | None = None) -> Reading:
    """Raises `NotMail`, and nothing else. Whoever has found the message's identity already gives it."""
    known_as = known_as or identity(raw)
    mail = parse(raw, message_id=known_as.message_id)
    layout = lay_out(mail.text)
    said = layout.parts().reply[:READ_FOR_TONE]
    asked = asks(said)
    has_enclosures = any(map(is_enclosure, mail.attachments))
    report = delivery_report(mail)
    ancestors = mail.references or ((mail.in_reply_to,) if mail.in_reply_to else ())
    if report and report.failed_id and not ancestors:
        ancestors = (report.failed_id,)
    offset = mail.date.utcoffset() if mail.date and mail.offset_known else None
    base = base_subject(mail.subject)
    language = language_of(said or mail.text)
    return Reading(
        message_id=known_as.message_id,
        digest=known_as.digest,
        ancestors=tuple(name for name in ancestors if name != known_as.message_id),
        in_reply_to=mail.in_reply_to,
        references=mail.references,
        unreferenced_reply=not ancestors and bool(base) and is_reply(mail.subject),
        subject_key=_key(base) if base else 0,
        sent_at=mail.date,
        sent_offset=None if offset is None else int(offset.total_seconds() // 60),
        subject=mail.subject,
        sender=mail.from_[0] if mail.from_ else Address("", ""),
        recipients=_recipients(mail),
        text=mail.text,
        own_length=layout.own_length(),
        html=mail.html,
        head=mail.head,
        language=language,
        automatic=is_automatic(mail),
        circular=is_circular(mail) and not asked and not has_enclosures,
        thanks=only_thanks(said) and not has_enclosures,
        asks=asked,
        settles=settles(said) and not has_enclosures,
        holding=None if has_enclosures else read_holding(said, written_at=mail.date, language=language),
        size=len(raw),
        attachments=tuple(KeptAttachment(sha256(a.content).hexdigest(), a) for a in mail.attachments),
        defects=mail.defects,
        report=report,
        gone="" if report else says_gone(said),
    )


def own_words(text: str) -> str:
    """What the author of a message says in it, as far as it is read for its tone."""
    return lay_out(text).parts().reply[:READ_FOR_TONE]


class Enclosable(Protocol):
    """An attachment, of a file or of a record."""

    @property
    def inline(self) -> bool:
        """Shown within the text."""

    @property
    def type(self) -> str:
        """As the sender claims."""


def is_enclosure(attachment: Enclosable) -> bool:
    """Something to look at, unlike the logo or the seal of a signature."""
    logo = attachment.inline and attachment.type.startswith("image/")
    return not logo and attachment.type not in SIGNATURES


def _recipients(mail: Mail) -> tuple[tuple[str, Address], ...]:
    fields = (("to", mail.to), ("cc", mail.cc), ("bcc", mail.bcc), ("reply_to", mail.reply_to))
    return tuple((field, address) for field, found in fields for address in found if address.email)


def _key(base: str) -> int:
    """A signed 64-bit number that is never 0."""
    return int.from_bytes(blake2b(base.encode(), digest_size=8).digest(), "big", signed=True) or 1
