"""A long text in pieces that can be translated one by one: cut between paragraphs, else sentences, else words."""

import re

LONGEST = 1500
CUTS = (
    re.compile(r"\n[ \t]*\n+"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…。！？])\s*"),
    re.compile(r"\s+"),
)


def pieces(text: str, *, longest: int = LONGEST) -> list[str]:
    """Together they are the text, each at most so long, and none of it is blank space alone unless all of it is."""
    found: list[str] = []
    rest = text
    while len(rest) > longest:
        end = _cut(rest, longest)
        found.append(rest[:end])
        rest = rest[end:]
    return _joined_blanks([*found, rest] if rest else found, longest)


def apart(piece: str) -> tuple[str, str, str]:
    """The blank space before the words, the words, and the blank space behind: servers do not keep it."""
    words = piece.strip()
    if not words:
        return piece, "", ""
    start = piece.index(words)
    return piece[:start], words, piece[start + len(words) :]


def _cut(text: str, longest: int) -> int:
    """The last good place in the second half of what fits; the middle of a word where there is none."""
    for cut in CUTS:
        ends = [match.end() for match in cut.finditer(text, longest // 2, longest) if match.end() <= longest]
        if ends:
            return ends[-1]
    return longest


def _joined_blanks(found: list[str], longest: int) -> list[str]:
    """A piece without words goes to the one before, as far as that has room."""
    joined: list[str] = []
    for piece in found:
        if joined and not piece.strip() and len(joined[-1]) + len(piece) <= longest:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
