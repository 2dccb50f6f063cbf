"""One part's state."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether a part does its work."""

    FINE = "fine"
    ATTENTION = "attention"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Part:
    """What was looked at, what was found, and what to do about it (empty where all is well)."""

    part: str
    state: State
    found: str
    mend: str = ""


def fine(part: str, found: str) -> Part:
    """Nothing to do."""
    return Part(part, State.FINE, found)


def attention(part: str, found: str, *, mend: str) -> Part:
    """Works, but somebody should look."""
    return Part(part, State.ATTENTION, found, mend)


def broken(part: str, found: str, *, mend: str) -> Part:
    """Does not do its work."""
    return Part(part, State.BROKEN, found, mend)
