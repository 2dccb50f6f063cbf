"""The header block of raw bytes: what must be read before, or beside, the MIME parser."""

import re
from email.errors import HeaderParseError
from email.header import decode_header

from jembatan.correspondence.formats.text import plain

FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*((?:[^\r\n]*)(?:\r?\n[ \t][^\r\n]*)*)", re.MULTILINE)
FOLD = re.compile(rb"\r?\n[ \t]+")
ENVELOPE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*>?From [^\r\n:]*(?::\d\d[^\r\n]*)?\r?\n")
KNOWN = frozenset(
    b"from to cc bcc subject date received message-id return-path delivered-to mime-version content-type sender"
    b" reply-to in-reply-to references x-mailer".split()
)


def without_envelope(raw: bytes) -> bytes:
    """The message without a byte order mark, leading blank lines and an mbox "From " line."""
    found = ENVELOPE.match(raw[:1000])
    return (raw[found.end() :] if found else raw.removeprefix(b"\xef\xbb\xbf")).lstrip(b"\r\n")


def split_head(raw: bytes) -> tuple[bytes, bytes]:
    """Header block and body. (Two searches for plain bytes are ten times as fast as one for a pattern.)"""
    unix = raw.find(b"\n\n")
    other = raw.find(b"\n\r\n", 0, unix if unix >= 0 else len(raw))
    if other >= 0:
        return raw[:other], raw[other + 3 :]
    if unix >= 0:
        return raw[:unix], raw[unix + 2 :]
    head, _blank, body = raw.partition(b"\r\r")
    return head, body


def fields(head: bytes) -> dict[bytes, list[bytes]]:
    """Raw, unfolded values by lower-case name."""
    found: dict[bytes, list[bytes]] = {}
    for name, value in FIELD.findall(head):
        found.setdefault(name.lower(), []).append(FOLD.sub(b" ", value) if b"\n" in value else value)
    return found


def looks_like_header(start: bytes, *, known: int = 2) -> bool:
    """Whether a file that begins so is one message: it begins with a header, and mail has `known` of its headers."""
    head, _body = split_head(without_envelope(start))
    first_line = head.partition(b"\n")[0]
    return bool(FIELD.match(first_line)) and len(KNOWN & fields(head).keys()) >= known


def decoded(value: bytes) -> str:
    """A header value as text: RFC 2047 words, else UTF-8, else Windows-1252."""
    text = _raw_text(value)
    if "=?" not in text:
        return plain(text)
    try:
        chunks = decode_header(text)
    except (HeaderParseError, ValueError, LookupError):
        return plain(text)
    return plain("".join(_chunk(chunk, charset) for chunk, charset in chunks))


def _raw_text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeError:
        return value.decode("cp1252", "replace")


def _chunk(chunk: bytes | str, charset: str | None) -> str:
    if isinstance(chunk, str):
        return chunk
    for codec in (charset or "latin-1", "utf-8", "cp1252"):
        try:
            return chunk.decode(codec)
        except (LookupError, UnicodeError, ValueError):
            continue
    return chunk.decode("latin-1")
