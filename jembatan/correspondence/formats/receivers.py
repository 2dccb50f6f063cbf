"""Receivers as people type and paste them, and what an address must be before mail can go to it."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from jembatan.correspondence.formats.message import Address

LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
NAMED = re.compile(r"(?P<name>[^<>]*)<\s*(?P<email>[^<>\s]+)\s*>", re.DOTALL)
NOWHERE = "invalid"  # RFC 2606; chats are filed under names below it
LONGEST_LOCAL, LONGEST_EMAIL = 64, 254
SHOWN = 80


class NotAReceiver(ValueError):
    """What was typed is no address that mail can go to."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = " ".join(text.split())[:SHOWN]

    def __str__(self) -> str:
        return _("“%(text)s” is not an address that mail can be sent to.") % {"text": self.text}


def read_receivers(text: str) -> list[Address]:
    """Addresses separated by commas, semicolons or lines, each once. Raises `NotAReceiver`."""
    found: dict[str, Address] = {}
    for piece in _pieces(text):
        address = _address(piece)
        found.setdefault(address.email, address)
    return list(found.values())


def readable_receivers(text: str) -> list[Address]:
    """Those among them that can be read, for showing whom one is about to write to while it is being typed."""
    found: dict[str, Address] = {}
    for piece in _pieces(text):
        try:
            address = _address(piece)
        except NotAReceiver:
            continue
        found.setdefault(address.email, address)
    return list(found.values())


def write_receivers(addresses: Iterable[Address]) -> str:
    """The form that `read_receivers` reads."""
    return ", ".join(f"{_quoted(a.name)} <{a.email}>" if a.name else a.email for a in addresses)


def sendable(email: str) -> str:
    """The address in ASCII, the domain in lower case and in its IDNA form. Raises `NotAReceiver`."""
    local, at, domain = email.strip().rpartition("@")
    try:
        host = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise NotAReceiver(email) from None
    labels = host.split(".")
    good = LOCAL.fullmatch(local) and len(labels) > 1 and all(map(LABEL.fullmatch, labels))
    good = good and labels[-1] != NOWHERE
    if not at or not good or len(local) > LONGEST_LOCAL or len(local) + len(host) >= LONGEST_EMAIL:
        raise NotAReceiver(email)
    return f"{local}@{host}"


def _pieces(text: str) -> Iterator[str]:
    """Parts between separators that stand neither in quotes nor in angle brackets."""
    piece: list[str] = []
    quoted = False
    for letter in text:
        quoted ^= letter == '"'
        if letter in "\r\n" or (letter in ",;" and not quoted):
            yield from filter(str.strip, ["".join(piece)])
            piece, quoted = [], False
        else:
            piece.append(letter)
    yield from filter(str.strip, ["".join(piece)])


def _address(piece: str) -> Address:
    named = NAMED.fullmatch(piece.strip())
    if named is None:
        return Address("", sendable(piece).lower())
    name = " ".join(named["name"].replace('\\"', '"').strip().strip('"').split())
    if any(ord(letter) < 32 or letter == "\x7f" for letter in name):
        raise NotAReceiver(piece)
    return Address(name, sendable(named["email"]).lower())


def _quoted(name: str) -> str:
    plain = name.replace('"', "'").replace("<", "(").replace(">", ")")
    return f'"{plain}"' if set(plain) & set(",;") else plain
