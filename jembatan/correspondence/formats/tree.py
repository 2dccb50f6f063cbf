"""A message's MIME tree: by a fast parser, and by the standard library for what that one refuses."""

import base64
import binascii
import quopri
import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from email import policy
from email.message import Message
from email.parser import BytesParser
from email.utils import collapse_rfc2231_value
from importlib.util import find_spec
from typing import Protocol

from jembatan.correspondence.formats.header_block import decoded

FAST = find_spec("fast_mail_parser") is not None  # It is not built for every machine (Macs with Intel).
if FAST:
    import fast_mail_parser

DEEPEST = 60
NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


class Part(Protocol):
    """A node: `content` is None for a container, the decoded bytes for a leaf and for an embedded message."""

    @property
    def content_type(self) -> str: ...
    @property
    def headers(self) -> dict[str, list[str]]: ...
    @property
    def filename(self) -> str: ...
    @property
    def content_id(self) -> str | None: ...
    @property
    def disposition(self) -> str | None: ...
    @property
    def is_message(self) -> bool: ...
    @property
    def content(self) -> bytes | None: ...
    @property
    def children(self) -> "Sequence[Part]": ...


@dataclass(frozen=True, slots=True)
class RepairedPart:
    """A node read by the standard library."""

    content_type: str
    headers: dict[str, list[str]]
    filename: str
    content_id: str | None
    disposition: str | None
    is_message: bool
    content: bytes | None
    children: list["RepairedPart"] = field(default_factory=list)


def parse_tree(raw: bytes) -> tuple[Part, str]:
    """The root, and what had to be repaired ("" for nothing)."""
    if not FAST:
        return _repaired(BytesParser(policy=policy.compat32).parsebytes(raw), 0), ""
    try:
        return fast_mail_parser.parse_email_tree(raw), ""
    except fast_mail_parser.ParseError as error:
        return _repaired(BytesParser(policy=policy.compat32).parsebytes(raw), 0), str(error)[:200]


def _repaired(message: Message, depth: int) -> RepairedPart:
    payload = message.get_payload()
    is_message = message.get_content_type() == "message/rfc822"
    children = payload if isinstance(payload, list) and depth < DEEPEST else []
    parts = [_repaired(child, depth + 1) for child in children if isinstance(child, Message)]
    if is_message and parts:
        content: bytes | None = b"".join(
            child.as_bytes(policy=policy.compat32) for child in children if isinstance(child, Message)
        )
    else:
        content = None if parts else _decoded_body(message)
    kind = message.get_content_type()
    return RepairedPart(
        content_type="text/plain" if kind.startswith("multipart/") and not parts else kind,
        headers=_headers(message),
        filename=_filename(message),
        content_id=str(message.get("content-id", "")).strip(" <>") or None,
        disposition=message.get_content_disposition(),
        is_message=is_message,
        content=content,
        children=parts,
    )


def _headers(message: Message) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        raw = " ".join(str(value).split("\n")).encode("utf-8", "surrogateescape")
        found.setdefault(str(name).encode("utf-8", "replace").decode(), []).append(decoded(raw))
    return found


def _filename(message: Message) -> str:
    for name, header in (("filename", "content-disposition"), ("name", "content-type")):
        value = message.get_param(name, header=header)
        if value:
            text = collapse_rfc2231_value(value) if isinstance(value, tuple) else str(value)
            return decoded(text.encode("utf-8", "surrogateescape"))
    return ""


def _decoded_body(message: Message) -> bytes:
    """The body with its transfer encoding undone as far as that is possible."""
    as_sent = copy(message)
    # Else the library would decode it, and more strictly than below.
    del as_sent["content-transfer-encoding"]
    payload = as_sent.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    encoding = str(message.get("content-transfer-encoding", "")).strip().lower()
    if encoding == "base64":
        return _lenient_base64(raw)
    return quopri.decodestring(raw) if encoding == "quoted-printable" else raw


def _lenient_base64(raw: bytes) -> bytes:
    """What can be decoded; text that is no base64 at all stays as it is."""
    letters = NOT_BASE64.sub(b"", raw.partition(b"=")[0] if raw.rstrip().endswith(b"=") else raw)
    if len(NOT_BASE64.sub(b"", raw)) < len(b"".join(raw.split()).rstrip(b"=")) * 0.9:
        return raw
    try:
        return base64.b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + b"===")
    except binascii.Error:
        return raw
