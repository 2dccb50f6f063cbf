"""A letter into the bytes of a message (RFC 5322, RFC 2045 to 2047, RFC 3834), or a clear refusal."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from django.utils.translation import gettext as _

from jembatan.correspondence.formats.formatted import as_html
from jembatan.correspondence.formats.message import Address, Attachment
from jembatan.correspondence.formats.receivers import sendable
from jembatan.platform.files.names import safe_name

POLICY = SMTP.clone(cte_type="7bit")
MOST_RECEIVERS = 500
MOST_BYTES = 25 * 1024 * 1024
LONGEST_SUBJECT = 500
MOST_REFERENCES = 50
MESSAGE_ID = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")
MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,120}")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
CONTROL_IN_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Unsendable(ValueError):
    """The letter cannot leave as it stands; the message says why, for its writer."""


@dataclass(frozen=True, slots=True)
class Unsubscription:
    """The ways off a list (RFC 2369): an address of a page, and a mail. One click is enough where the page is on https (RFC 8058)."""

    page: str
    mail: str


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """What calendars read of an invitation: the same as the text, by a method of iTIP (RFC 6047)."""

    method: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is to be sent. `message_id`, `in_reply_to` and `references` stand without angle brackets; `date` is aware.

    `formatted`: the text is also sent as HTML (`formatted.as_html`). `automatic`: a program wrote it (RFC 3834). `unsubscription`:
    it goes to a list, one mail for each.
    """

    message_id: str
    date: datetime
    sender: Address
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    reply_to: str = ""
    subject: str = ""
    text: str = ""
    formatted: bool = False
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)
    calendar: CalendarPart | None = None
    automatic: bool = False
    unsubscription: Unsubscription | None = None

    @property
    def receivers(self) -> list[str]:
        """Everyone whom the mail goes to, each once."""
        return list(dict.fromkeys(address.email for address in (*self.to, *self.cc, *self.bcc)))


def new_message_id(email: str) -> str:
    """A name that no other message has, under the domain of whom it is from."""
    return f"{secrets.token_hex(16)}@{sendable(email).rpartition('@')[2]}"


def compose(letter: Letter) -> bytes:
    """The message with CRLF lines and without its Bcc, the same bytes every time. Raises `Unsendable`, `NotAReceiver`."""
    _check(letter)
    message = EmailMessage(policy=POLICY)
    message["From"] = _header(letter.sender)
    for name, addresses in (("To", letter.to), ("Cc", letter.cc)):
        if addresses:
            message[name] = tuple(map(_header, addresses))
    if letter.reply_to:
        message["Reply-To"] = HeaderAddress(addr_spec=sendable(letter.reply_to))
    message["Subject"] = " ".join(letter.subject.split())
    if letter.automatic:
        message["Auto-Submitted"] = "auto-generated"
    if letter.unsubscription:
        message["Precedence"] = "bulk"
    _fill(message, letter)
    raw = _names(letter) + message.as_bytes()
    if len(raw) > MOST_BYTES:
        raise Unsendable(
            _(
                "With its attachments the mail is larger than %(size)s MB, which few servers take. Send fewer files."
            )
            % {"size": MOST_BYTES >> 20}
        )
    return raw


def with_bcc(raw: bytes, bcc: Iterable[Address]) -> bytes:
    """The message as its sender keeps it, with the receivers that nobody else sees."""
    addresses = list(bcc)
    if not addresses:
        return raw
    head = EmailMessage(policy=POLICY)
    head["Bcc"] = tuple(map(_header, addresses))
    return head.as_bytes().rstrip(b"\r\n") + b"\r\n" + raw


def _check(letter: Letter) -> None:
    if not letter.receivers:
        raise Unsendable(_("Name at least one receiver."))
    if len(letter.receivers) > MOST_RECEIVERS:
        raise Unsendable(
            _("A mail goes to at most %(most)s receivers, and this one names %(count)s. Send it in parts.")
            % {"most": MOST_RECEIVERS, "count": len(letter.receivers)}
        )
    if CONTROL.search(letter.subject) or len(letter.subject) > LONGEST_SUBJECT:
        raise Unsendable(
            _("The subject has to be one line of at most %(most)s characters.") % {"most": LONGEST_SUBJECT}
        )
    if not letter.text.strip() and not letter.attachments:
        raise Unsendable(_("Write a few words first."))
    for attachment in letter.attachments:
        if safe_name(attachment.name) != attachment.name:
            raise Unsendable(
                _("The file name “%(name)s” cannot be sent. Give the file a plain name.")
                % {"name": safe_name(attachment.name)}
            )


def _header(address: Address) -> HeaderAddress:
    if CONTROL.search(address.name):
        raise Unsendable(
            _("A name has to be one line: “%(name)s”.") % {"name": CONTROL.sub(" ", address.name)[:80]}
        )
    return HeaderAddress(_encodable(address.name), addr_spec=sendable(address.email))


def _names(letter: Letter) -> bytes:
    """Message-IDs, Date and addresses, written by hand: the standard library would encode what is longer than its lines."""
    lines = [f"Message-ID: <{letter.message_id}>", f"Date: {format_datetime(letter.date)}"]
    known = [name for name in letter.references if MESSAGE_ID.fullmatch(name)][-MOST_REFERENCES:]
    if MESSAGE_ID.fullmatch(letter.in_reply_to):
        lines.append(f"In-Reply-To: <{letter.in_reply_to}>")
    if known:
        lines.append("References: " + "\r\n ".join(f"<{name}>" for name in known))
    if letter.unsubscription:
        page, mail = letter.unsubscription.page, letter.unsubscription.mail
        lines.append(f"List-Unsubscribe: <{page}>,\r\n <{mail}>")
        if page.startswith("https://"):
            lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _fill(message: EmailMessage, letter: Letter) -> None:
    text = (
        _encodable(CONTROL_IN_TEXT.sub("", letter.text.replace("\r\n", "\n").replace("\r", "\n"))).rstrip()
        + "\n"
    )
    message.set_content(text)
    if letter.formatted:
        message.add_alternative(as_html(text), subtype="html")
    if letter.calendar:
        message.add_alternative(
            letter.calendar.content.decode(), subtype="calendar", params={"method": letter.calendar.method}
        )
    for attachment in letter.attachments:
        kind = attachment.type if MEDIA_TYPE.fullmatch(attachment.type) else "application/octet-stream"
        if kind.startswith(
            ("multipart/", "message/")
        ):  # only whole, never taken apart by the receiver's program
            kind = "application/octet-stream"
        main, _slash, sub = kind.partition("/")
        message.add_attachment(attachment.content, maintype=main, subtype=sub, filename=attachment.name)


def _encodable(text: str) -> str:
    """Half of a surrogate pair is no character."""
    return text.encode("utf-8", "replace").decode()
