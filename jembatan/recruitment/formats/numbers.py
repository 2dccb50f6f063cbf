"""Numbers of badges as people list them: "1, 4, 7-12"."""

import re

PIECE = re.compile(r"(\d{1,9})(?:\s*[-\u2013]\s*(\d{1,9}))?")
MOST = 5000


class TooManyNumbers(ValueError):
    """More than five thousand are named; `piece` is the one that goes beyond."""

    def __init__(self, piece: str) -> None:
        super().__init__(piece)
        self.piece = piece


def read_numbers(text: str) -> set[int]:
    """All that are named; a range that goes down names its ends. Raises `TooManyNumbers`."""
    found: set[int] = set()
    for match in PIECE.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        if last - first >= MOST:
            raise TooManyNumbers(match[0])
        found |= set(range(first, last + 1)) if first <= last else {first, last}
        if len(found) > MOST:
            raise TooManyNumbers(match[0])
    return found
