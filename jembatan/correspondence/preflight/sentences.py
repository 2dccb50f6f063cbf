"""A text by sentences: a full stop ends one, and so do an empty line and an item of a list."""

import re
from collections.abc import Iterator
from typing import NamedTuple

ABBREVIATED = re.compile(
    r"\b(?:[A-Za-z]|Dr|Mr|Ms|Mrs|No|Jl|Hj|St|Yth|Sdr|Sdri|Tgl|tgl|Bpk|Prof|Telp|pkl|[ap]\.m|s\.d)$"
)
ITEM = r"(?:[-*•–]|\(?\d{1,2}[.)]|[a-z][.)])[ \t]"
STOP = re.compile(
    r"(?P<stop>[.!?][\"”')]*)(?=\s+[A-Z\"“(\[<])|:(?=[ \t]*\n)|\n[ \t]*(?=\n)|"
    rf"\n(?=[ \t]*{ITEM})|\n(?=[^\n]*(?: {{2,}}|\t|: ))"
)


class Sentence(NamedTuple):
    """Where it starts in the text, and its words."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)


def sentences(text: str) -> list[Sentence]:
    """All that say anything, without blanks around them."""
    found = []
    start = 0
    for end in [*_ends(text), len(text)]:
        piece = text[start:end]
        if words := piece.strip():
            found.append(Sentence(start + len(piece) - len(piece.lstrip()), words))
        start = end
    return found


def _ends(text: str) -> Iterator[int]:
    for match in STOP.finditer(text):
        if not match["stop"] or not ABBREVIATED.search(text, max(0, match.start() - 8), match.start()):
            yield match.end()
