"""Signed, expiring links: how someone without an account sees one thing, and nothing else.

A link says what it is for (its purpose), which record, which issue of the link, and until when. The signature is made with the installation's secret, so
nothing of it is stored and nothing can be guessed. A record that gives a new issue number makes every earlier link of it worthless.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

SIGNED = r"\d+-\d+-\d+~[\w-]+"
"""How a token looks, as a regular expression; no word of an address does."""


class LinkUnreadable(Exception):
    """Not a link of ours for this purpose: cut off in a mail, changed, or made under another secret."""


@dataclass(frozen=True, slots=True)
class LinkTo:
    """What a link leads to."""

    number: int
    """The record's."""
    issue: int
    """Of the links to this record; the record knows the valid one."""
    until: datetime
    """Whole seconds."""

    @property
    def is_over(self) -> bool:
        return timezone.now() > self.until


def signed(purpose: str, to: LinkTo) -> str:
    """The token: characters that stand in an address as they are."""
    return _signer(purpose).sign(f"{to.number}-{to.issue}-{int(to.until.timestamp())}")


def read(purpose: str, token: str) -> LinkTo:
    """What `signed` was given, expired or not. Raises `LinkUnreadable`."""
    try:
        number, issue, until = (int(part) for part in _signer(purpose).unsign(token).split("-"))
    except BadSignature:
        raise LinkUnreadable from None
    return LinkTo(number, issue, datetime.fromtimestamp(until, UTC))


def address(view: str, purpose: str, to: LinkTo) -> str:
    """The whole address of a page that takes the token as its only argument."""
    return settings.PUBLIC_URL + reverse(view, args=[signed(purpose, to)])


def _signer(purpose: str) -> Signer:
    return Signer(salt=f"jembatan link: {purpose}", sep="~")
