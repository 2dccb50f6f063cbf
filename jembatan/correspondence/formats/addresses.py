"""Address headers: RFC 5322 mailboxes and groups, and what people's programs write instead."""

import re
from email.utils import getaddresses

from jembatan.correspondence.formats.header_block import decoded
from jembatan.correspondence.formats.message import Address

EMAIL = r"[^\s<>\"(),:;@]+@[^\s<>\"(),:;@]+"
SIMPLE = re.compile(
    rf"\s*(?:\"?(?P<name>[^<>\"(),:;@\\]*?)\"?\s*<\s*(?P<angle>{EMAIL})\s*>|(?P<bare>{EMAIL}))\s*\Z"
)
ANY_EMAIL = re.compile(EMAIL)
LONGEST_EMAIL = 320


def addresses(values: list[bytes]) -> tuple[Address, ...]:
    """Every mailbox in these raw header values, in order, each address once; group names are dropped."""
    found: dict[tuple[str, str], Address] = {}
    for value in values:
        for address in _addresses(value):
            found.setdefault(("", address.email) if address.email else (address.name, ""), address)
    return tuple(found.values())


def _addresses(value: bytes) -> list[Address]:
    text = value.decode("utf-8", "surrogateescape")
    parts = text.split(",")
    simple = [SIMPLE.match(part) for part in parts if part.strip()]
    if all(simple):
        return [_address(m["name"] or "", m["angle"] or m["bare"]) for m in simple if m]
    if "@" not in text:
        return [_address(text, "")] if text.strip(" <>;:\t") and not text.rstrip().endswith(";") else []
    found = [_address(name, email) for name, email in getaddresses([text], strict=False) if name or email]
    good = [address for address in found if "@" in address.email]
    return good or _rescued(text) or [address for address in found if address.name]


def _rescued(text: str) -> list[Address]:
    """Addresses in a header that cannot be parsed ("budi at x <budi@x.example" without the end)."""
    return [_address("", email) for email in ANY_EMAIL.findall(text)]


def _address(name: str, email: str) -> Address:
    raw = name.encode("utf-8", "surrogateescape")
    readable = " ".join(decoded(raw).split()).strip("'\" ") if raw else ""
    email = decoded(email.encode("utf-8", "surrogateescape")).strip().strip("<>'\"").lower()
    if not SIMPLE.match(email):
        found = ANY_EMAIL.search(email)
        readable = readable or ("" if found else email)
        email = found[0] if found else ""
    return Address(readable, email[:LONGEST_EMAIL])
