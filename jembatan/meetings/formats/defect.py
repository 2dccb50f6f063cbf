"""What a reader could not understand, said instead of raised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Defect:
    """A line of the file (1-based; 0 for the file as a whole) and why it was left out or guessed."""

    line: int
    reason: str


class Unreadable(ValueError):
    """One item cannot become a meeting; its text is a sentence for people."""
