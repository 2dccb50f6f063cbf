"""The way by which mail about meetings leaves: whoever keeps the outbox registers it."""

from dataclasses import dataclass
from typing import Protocol

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLetter:
    """`content` says to calendars, by `method`, what `text` says to people; it is about a matter of `dossier`, at `marking`."""

    sender: str
    receiver: str
    receiver_name: str
    subject: str
    text: str
    method: str
    content: bytes
    dossier: Dossier | None
    marking: str


class Post(Protocol):
    """What an outbox can do for meetings."""

    def addresses(self, actor: Actor) -> list[str]:
        """Those that the actor may send from, the best first."""

    def send(self, actor: Actor, letter: InvitationLetter) -> None:
        """Inside the caller's transaction. Raises `ValidationError` with a sentence."""


_registered: list[Post] = []


def register_post(post: Post) -> None:
    """There is one."""
    _registered[:] = [post]


def post() -> Post:
    """The one that is registered."""
    return _registered[0]
