"""Whose turn it is to speak: computed from who spoke last to the other side, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jembatan.correspondence.models import Thread

Turn = Thread.Turn


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a message contributes: its side, and whether it counts at all (see the fields of `Message`)."""

    at: datetime | None
    ours: bool
    automatic: bool = False
    thanks: bool = False
    asks: bool = False
    internal: bool = False


def turn_of(utterances: Sequence[Utterance]) -> tuple[Turn, datetime | None]:
    """The turn in a conversation (given in order), and since when the waiting side has waited.

    What programs write, bare thanks and mail among ourselves pass no turn. The side that did not speak last is up, since
    the first message that it has left without an answer. Where we answered without a question and the others have only
    thanked since, the matter is closed: nobody's. Our own thanks close nothing, so that no request is lost by them.
    """
    spoken = [u for u in utterances if not (u.automatic or u.internal)]
    counted = [u for u in spoken if not u.thanks]
    if not counted:
        return Turn.NOBODYS, None
    last = counted[-1]
    closing = next((u for u in reversed(spoken) if u.thanks and not u.ours), None)
    if last.ours and not last.asks and closing and spoken.index(closing) > spoken.index(last):
        return Turn.NOBODYS, closing.at
    return (Turn.THEIRS if last.ours else Turn.OURS), _waiting_since(counted)


def _waiting_since(counted: Sequence[Utterance]) -> datetime | None:
    """The first message of the last speaker's run."""
    first = counted[-1]
    for utterance in reversed(counted):
        if utterance.ours != first.ours:
            break
        first = utterance
    return first.at
