"""Offices written as patterns: `menteri *` is every title that begins so, `ketua @ *mahkamah agung*` one at such a body."""

from dataclasses import dataclass

from jembatan.directory.formats.names import fold

ANYTHING = "*"
MOST_PATTERNS = 50
LONGEST_PATTERN = 200


@dataclass(frozen=True, slots=True)
class OfficePattern:
    """Texts with `*` for anything, folded piece by piece; `body` is empty where the organisation does not matter."""

    title: tuple[str, ...]
    body: tuple[str, ...] = ()

    def matches(self, title: str, body: str) -> bool:
        """Whether the whole title fits, and the whole name of the organisation where the pattern names one."""
        return _fits(self.title, title) and (not self.body or _fits(self.body, body))


def read_patterns(text: str) -> list[OfficePattern]:
    """One a line; lines that say nothing, or would fit every office, are left out."""
    found = (_read(line[:LONGEST_PATTERN]) for line in text.splitlines()[:MOST_PATTERNS])
    return [pattern for pattern in found if pattern is not None]


def _read(line: str) -> OfficePattern | None:
    title, _at, body = line.partition("@")
    pieces, places = _pieces(title), _pieces(body)
    if not any(pieces) and not any(places):
        return None
    return OfficePattern(pieces if any(pieces) else ("", ""), places if any(places) else ())


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(fold(piece) for piece in text.split(ANYTHING))


def _fits(pieces: tuple[str, ...], text: str) -> bool:
    """The first piece begins the text, the last ends it, the others follow each other in between: one pass, whatever they hold."""
    told = fold(text)
    first, *between, last = pieces if len(pieces) > 1 else (pieces[0], pieces[0])
    if len(pieces) == 1:
        return told == first
    if not told.startswith(first):
        return False
    at = len(first)
    for piece in between:
        found = told.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return told.endswith(last) and len(told) - len(last) >= at
