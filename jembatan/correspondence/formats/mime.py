"""Bytes into a `Mail`, whatever the bytes are."""

from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext_noop as _

from jembatan.correspondence.formats.addresses import addresses
from jembatan.correspondence.formats.body import Body, read_body
from jembatan.correspondence.formats.dates import received_date, sent_date
from jembatan.correspondence.formats.defects import Defects
from jembatan.correspondence.formats.header_block import decoded, fields, split_head, without_envelope
from jembatan.correspondence.formats.identity import answered_id, identity, referenced_ids
from jembatan.correspondence.formats.message import Mail
from jembatan.correspondence.formats.nesting import is_too_deep
from jembatan.correspondence.formats.text import plain
from jembatan.correspondence.formats.tree import parse_tree

LONGEST_HEAD = 64 * 1024
LONGEST_SUBJECT = 2000
MOST_REFERENCES = 200
SKEW = timedelta(days=2)


class NotMail(ValueError):
    """These bytes hold no message that can be read: there is no header in them, or its parts are nested beyond measure."""


def parse(raw: bytes, *, message_id: str = "") -> Mail:
    """The message in these bytes. Raises `NotMail`, and nothing else.

    The Message-ID may be given by whoever has found the message's `identity` already.
    """
    raw = without_envelope(raw)
    head, raw_body = split_head(raw)
    raw_fields = fields(head)
    if not raw_fields:
        raise NotMail("There is no mail header in these bytes.")
    if is_too_deep(raw):
        raise NotMail(_("The parts of this message are nested too deep to be read."))
    headers = _headers(raw_fields)
    defects = Defects()
    body = _body(raw, raw_body, defects)
    date, offset_known = _date(headers, defects)
    message_id = message_id or identity(raw).message_id
    if not headers.get("message-id"):
        defects.note("no Message-ID")
    references = referenced_ids(" ".join(headers.get("references", ())))
    return Mail(
        message_id=message_id,
        in_reply_to=answered_id(_first(headers, "in-reply-to")),
        references=tuple(name for name in references[-MOST_REFERENCES:] if name != message_id),
        from_=addresses(raw_fields.get(b"from") or raw_fields.get(b"sender") or []),
        to=addresses(raw_fields.get(b"to", [])),
        cc=addresses(raw_fields.get(b"cc", [])),
        bcc=addresses(raw_fields.get(b"bcc", [])),
        reply_to=addresses(raw_fields.get(b"reply-to", [])),
        date=date,
        offset_known=offset_known,
        subject=" ".join(_first(headers, "subject").split())[:LONGEST_SUBJECT],
        text=body.text,
        html=body.html,
        attachments=body.attachments,
        signed=body.signed,
        encrypted=body.encrypted,
        headers=headers,
        head=plain(head[:LONGEST_HEAD].decode("utf-8", "replace").replace("\r\n", "\n")),
        defects=tuple(defects.found),
    )


def _headers(raw_fields: dict[bytes, list[bytes]]) -> dict[str, list[str]]:
    return {
        name.decode("latin-1"): [decoded(value).strip() for value in values]
        for name, values in raw_fields.items()
    }


def _body(raw: bytes, raw_body: bytes, defects: Defects) -> Body:
    root, repair = parse_tree(raw)
    if repair:
        defects.note(f"repaired: {plain(repair)}")
    return read_body(root, raw_body, defects)


def _date(headers: dict[str, list[str]], defects: Defects) -> tuple[datetime | None, bool]:
    """The Date header, unless it is missing, unreadable or later than the day the message arrived."""
    written = _first(headers, "date")
    sent = sent_date(written) if written else None
    arrived = received_date(_first(headers, "received"))
    if sent is None:
        defects.note("Date cannot be read" if written else "no Date")
        return arrived, False
    if sent[0] > (arrived or datetime.now(UTC)) + SKEW:
        defects.note("Date lies in the future")
        return (arrived, False) if arrived else sent
    return sent


def _first(headers: dict[str, list[str]], name: str) -> str:
    values = headers.get(name)
    return values[0] if values else ""
