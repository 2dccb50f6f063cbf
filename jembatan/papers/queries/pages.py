"""A long document page by page: it is read whole, and no page is too long for a telephone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jembatan.platform.documents.model import Document


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines from `first` (counted from 1) to `last` of `count`, and where the stretches before and after begin (None at the ends)."""

    first: int
    last: int
    count: int
    earlier: int | None
    later: int | None


def stretch(count: int, start: int, most: int) -> Stretch:
    """That one of `most` lines in which the line behind `start` stands; the first for a `start` that makes no sense."""
    begin = start // most * most if 0 <= start < count else 0
    end = min(begin + most, count)
    earlier = begin - most if begin else None
    return Stretch(begin + 1 if count else 0, end, count, earlier, end if end < count else None)


def within[Row](rows: Sequence[Row], part: Stretch) -> Sequence[Row]:
    """The rows of a list that stand in it."""
    return rows[max(part.first - 1, 0) : part.last]


def lines_within(document: Document, part: Stretch) -> Document:
    """The lines of a document that stand in it, under their headings; a section without lines says so where it stands."""
    sections, before = [], 0
    for section in document.sections:
        begin, end = part.first - 1 - before, part.last - before
        lines = section.lines[max(begin, 0) : max(end, 0)]
        is_here = begin <= 0 and (end > 0 or part.later is None)
        if lines or (is_here and not section.lines):
            sections.append(replace(section, lines=lines))
        before += len(section.lines)
    return replace(document, sections=tuple(sections))
