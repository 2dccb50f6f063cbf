"""What a captured line can be beside a note: rooms above offer their kinds, and each says which lines are its own."""

from collections.abc import Callable
from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.journal.queries.captured import Captured
from jembatan.journal.queries.kinds import Label


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written instead: a sentence for the reader, its page, and the way back as a toast has it."""

    told: str
    address: str
    undo: str
    undo_fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class CaptureKind:
    """`reads` says whether a line is one of these; `take` writes it. Raises `ValidationError` with a sentence."""

    label: Label
    icon: str
    reads: Callable[[Captured], bool]
    take: Callable[[Actor, Captured], Taken]


_kinds: list[CaptureKind] = []


def register_captured(kind: CaptureKind) -> None:
    """Offer it; who was registered first is asked first."""
    if kind not in _kinds:
        _kinds.append(kind)


def kind_of_line(captured: Captured) -> CaptureKind | None:
    """None for a note."""
    return next((kind for kind in _kinds if kind.reads(captured)), None)
