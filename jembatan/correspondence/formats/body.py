"""From a MIME tree to what people read and what came with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jembatan.correspondence.formats.defects import Defects
from jembatan.correspondence.formats.header_block import decoded, fields, split_head
from jembatan.correspondence.formats.html_text import html_text
from jembatan.correspondence.formats.message import Attachment
from jembatan.correspondence.formats.text import decode, plain, unflow
from jembatan.correspondence.formats.tree import Part

DEEPEST = 60
LONGEST_NAME = 500
SIGNATURES = {
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
}
NAMED_BY_TYPE = {
    "text/calendar": "invite.ics",
    "application/ics": "invite.ics",
    "application/ms-tnef": "winmail.dat",
    "application/pgp-signature": "signature.asc",
    "application/pkcs7-signature": "smime.p7s",
    "application/pkcs7-mime": "smime.p7m",
    "message/delivery-status": "delivery-status.txt",
}


@dataclass(frozen=True, slots=True)
class Body:
    """The text is made from HTML only where the sender wrote no plain text."""

    text: str
    html: str
    attachments: tuple[Attachment, ...]
    signed: bool
    encrypted: bool


@dataclass(frozen=True, slots=True)
class _Segment:
    """A piece of the body: the same words as plain text, as HTML, or as both."""

    text: str = ""
    html: str = ""


@dataclass(slots=True)
class _Reading:
    defects: Defects
    attachments: list[Attachment] = field(default_factory=list)
    signed: bool = False
    encrypted: bool = False


def read_body(root: Part, raw_body: bytes, defects: Defects) -> Body:
    """Text, HTML and attachments of the whole tree; where its structure is beyond repair, the raw body is the text."""
    reading = _Reading(defects)
    segments = list(_segments(root, reading, is_root=True, depth=0))
    if not segments and not reading.attachments and root.content is None and raw_body.strip():
        defects.note("parts cannot be told apart")
        segments = [_Segment(decode(raw_body, "", note=defects.note))]
    text = "\n\n".join(
        words
        for segment in segments
        if (words := segment.text or (html_text(segment.html) if segment.html else "")).strip()
    )
    html = "\n".join(segment.html for segment in segments if segment.html)
    return Body(text.strip("\n"), html, tuple(reading.attachments), reading.signed, reading.encrypted)


def _segments(part: Part, reading: _Reading, *, is_root: bool, depth: int) -> Iterator[_Segment]:
    kind = part.content_type.lower()
    reading.signed = reading.signed or kind == "multipart/signed" or kind in SIGNATURES
    reading.encrypted = reading.encrypted or _is_encrypted(part, kind)
    if part.is_message or not part.children or depth > DEEPEST:
        yield from _leaf(part, kind, reading, is_root=is_root)
    elif kind == "multipart/alternative":
        yield from _best(
            [list(_segments(child, reading, is_root=False, depth=depth + 1)) for child in part.children]
        )
    else:
        for child in part.children:
            yield from _segments(child, reading, is_root=False, depth=depth + 1)


def _is_encrypted(part: Part, kind: str) -> bool:
    return kind == "multipart/encrypted" or (
        kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"}
        and "signed-data" not in _header(part, "content-type").lower()
    )


def _best(choices: list[list[_Segment]]) -> list[_Segment]:
    """Of an alternative: the first plain text and the last HTML, as one segment."""
    text = next((t for choice in choices if (t := _joined(choice, "text")).strip()), "")
    html = next((h for choice in reversed(choices) if (h := _joined(choice, "html"))), "")
    return [_Segment(text, html)] if text or html else []


def _joined(segments: list[_Segment], form: str) -> str:
    return "\n".join(value for segment in segments if (value := getattr(segment, form)))


def _leaf(part: Part, kind: str, reading: _Reading, *, is_root: bool) -> Iterator[_Segment]:
    if part.content is None:
        return
    attached = part.disposition == "attachment" or (bool(part.filename) and not is_root)
    if kind in {"text/plain", "text/html"} and not attached:
        content_type = _header(part, "content-type")
        text = decode(part.content, content_type, note=reading.defects.note)
        yield _Segment(html=text) if kind == "text/html" else _Segment(unflow(text, content_type))
        return
    reading.attachments.append(_attachment(part, kind, part.content))


def _attachment(part: Part, kind: str, content: bytes) -> Attachment:
    return Attachment(
        name=_name(part, kind, content)[:LONGEST_NAME],
        type=plain(kind)[:255],
        content=content,
        content_id=plain(part.content_id or "")[:LONGEST_NAME],
        inline=part.disposition == "inline" or (bool(part.content_id) and part.disposition is None),
    )


def _name(part: Part, kind: str, content: bytes) -> str:
    if part.filename:
        name = decoded(part.filename.encode("utf-8", "replace"))
        return " ".join(name.replace("\\", "/").rpartition("/")[2].split())
    if part.is_message or kind == "message/rfc822":
        subject = fields(split_head(content[:65536])[0]).get(b"subject", [b""])[0]
        return f"{' '.join(decoded(subject).replace('/', '-').split()) or 'message'}.eml"
    return NAMED_BY_TYPE.get(kind, "")


def _header(part: Part, name: str) -> str:
    return next((values[0] for key, values in part.headers.items() if key.lower() == name and values), "")
