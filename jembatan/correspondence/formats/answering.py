"""What a reply, a reply to all and a forwarded mail begin with: receivers, subject, quotation."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from jembatan.correspondence.formats.automatic import ROBOTS
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.subjects import base_subject, is_reply

LONGEST_QUOTATION = 50_000


class Addresses(Protocol):
    """A set of addresses and domains, such as our own."""

    def __contains__(self, email: str, /) -> bool: ...


def reply_receivers(
    sender: Address, *, reply_to: Sequence[Address], to: Sequence[Address], us: Addresses
) -> list[Address]:
    """Reply-To, else the sender; whoever we wrote to where the mail is ours."""
    if sender.email in us:
        return [address for address in to if address.email not in us] or list(to)
    return list(reply_to) or ([sender] if sender.email else [])


def others(
    receivers: Iterable[Address], *, to: Iterable[Address], cc: Iterable[Address], us: Addresses
) -> tuple[list[Address], list[Address]]:
    """Whom a reply to all adds in To and in Cc: those whom this very mail names, without ourselves and without robots."""
    seen = {address.email for address in receivers}
    added: tuple[list[Address], list[Address]] = ([], [])
    for addresses, place in ((to, added[0]), (cc, added[1])):
        for address in addresses:
            if address.email not in seen and address.email not in us and not reads_nothing(address.email):
                seen.add(address.email)
                place.append(address)
    return added


def reads_nothing(email: str) -> bool:
    """An address at which no person reads ("noreply@", "mailer-daemon@")."""
    return bool(ROBOTS.match(email))


def reply_subject(subject: str) -> str:
    """ "Re: " once, whatever mark was there before."""
    return subject if is_reply(subject) else f"Re: {subject}".strip()


def forward_subject(subject: str) -> str:
    """ "Fwd: " once."""
    marked = subject.lower().startswith(("fwd:", "fw:"))
    return subject if marked and base_subject(subject) else f"Fwd: {subject}".strip()


def quoted(text: str) -> str:
    """Every line behind a ">"; of a very long mail the beginning."""
    lines = text.strip("\n")[:LONGEST_QUOTATION].splitlines()
    return "\n".join(f">{line}" if line.startswith(">") else f"> {line}".rstrip() for line in lines)


def with_signature(text: str, signature: str) -> str:
    """The text, and the signature below the line that programs know it by ("-- ")."""
    return f"{text}\n\n-- \n{signature.strip()}\n" if signature.strip() else text
