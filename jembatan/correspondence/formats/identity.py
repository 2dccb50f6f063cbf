"""What a message is called and whether two are the same, found without parsing the body."""

import re
from hashlib import sha256
from typing import NamedTuple

from jembatan.correspondence.formats.header_block import split_head, without_envelope
from jembatan.correspondence.formats.text import plain

BRACKETED = re.compile(r"<([^<>]+)>")
SPACE = re.compile(r"\s+")
WITNESSES = re.compile(
    rb"^(message-id|from|to|cc|date|subject)[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_ID = 500
DATE_DIGITS = 16


class Identity(NamedTuple):
    """`digest` covers what the sender wrote, not the headers that transport adds: copies by two routes are the same.

    Its first 16 digits cover the Date alone: two messages of one Message-ID that agree in them are the same message, changed
    on its way (a mailing list's footer); others only share the name.
    """

    message_id: str
    digest: str

    def is_copy_of(self, digest: str) -> bool:
        """Whether this is the message of that digest, as far as the Date tells."""
        return self.digest[:DATE_DIGITS] == digest[:DATE_DIGITS]

    @property
    def second_name(self) -> str:
        """The name to file it under when a different message has its Message-ID."""
        return f"{self.digest[:40]}@same-name.invalid"


def identity(raw: bytes) -> Identity:
    """The Message-ID, or one derived from the bytes where it is missing, and the digest (64 hexadecimal digits)."""
    head, body = split_head(without_envelope(raw))
    found: dict[bytes, bytes] = {}
    for name, value in WITNESSES.findall(head):
        found.setdefault(name.lower(), b" ".join(value.split()))
    digest = sha256(b"\n".join(name + b":" + found[name] for name in sorted(found)))
    digest.update((body.replace(b"\r\n", b"\n") if b"\r" in body else body).strip(b"\n"))
    content = digest.hexdigest()
    date = sha256(found.get(b"date", b"")).hexdigest()
    message_id = own_id(found.get(b"message-id", b"").decode("utf-8", "replace"))
    return Identity(
        message_id or f"{content[:32]}@derived.invalid", date[:DATE_DIGITS] + content[: 64 - DATE_DIGITS]
    )


def own_id(value: str) -> str:
    """The id in a Message-ID header, which some programs write without brackets."""
    found = BRACKETED.search(value)
    return _clean(found[1] if found else value.strip(" <>\t\r\n"))


def referenced_ids(value: str) -> tuple[str, ...]:
    """The ids in a References header, oldest first, each once."""
    found = BRACKETED.findall(value) or [word for word in value.split() if "@" in word]
    return tuple(dict.fromkeys(filter(None, map(_clean, found))))


def answered_id(value: str) -> str:
    """The first valid id in In-Reply-To (RFC 5256); prose such as "Your message of Monday" holds none."""
    found = [name for name in BRACKETED.findall(value) if "@" in name]
    words = value.split()
    if not found and len(words) == 1 and "@" in words[0]:
        found = words
    return _clean(found[0]) if found else ""


def _clean(name: str) -> str:
    return plain(SPACE.sub("", name))[:LONGEST_ID]
