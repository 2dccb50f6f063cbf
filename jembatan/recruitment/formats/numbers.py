"""Numbers of badges as people list them: "1, 4, 7-12"."""

import re

PIECE = re.compile(r"(\d{1,9})(?:\s*[-\u2013]\s*(\d{1,9}))?")
MOST = 5000


def read_numbers(text: str) -> set[int]:
    """All that are named, five thousand at most; a range that goes down names its ends."""
    found: set[int] = set()
    for match in PIECE.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        found |= set(range(first, last + 1)) if first <= last < first + MOST else {first, last}
        if len(found) > MOST:
            break
    return set(sorted(found)[:MOST])
