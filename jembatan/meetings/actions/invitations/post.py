"""The way by which mail about meetings leaves: whoever keeps the outbox registers it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Meeting, Minutes, Poll
from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLetter:
    """`content` says to calendars, by `method`, what `text` says to people; without a method it is a letter to people alone.

    `about` is a meeting, its minutes or a poll: whoever sees that sees the letter.
    """

    sender: str
    receiver: str
    receiver_name: str
    subject: str
    text: str
    about: Meeting | Minutes | Poll
    method: str = ""
    content: bytes = b""


class Post(Protocol):
    """What an outbox can do for meetings."""

    def addresses(self, actor: Actor) -> list[str]:
        """Those that the actor may send from, the best first."""

    def limits(self, actor: Actor, organisations: Collection[int]) -> Mapping[int, Marking]:
        """The narrowest marking that may go to each of them, by its id, where the desk has settled one."""

    def send(self, actor: Actor, letter: InvitationLetter) -> None:
        """Inside the caller's transaction. Raises `ValidationError` with a sentence."""


_registered: list[Post] = []


def register_post(post: Post) -> None:
    """There is one."""
    _registered[:] = [post]


def post() -> Post:
    """The one that is registered."""
    return _registered[0]
