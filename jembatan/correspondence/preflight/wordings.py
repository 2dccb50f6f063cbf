"""Where a wording stands in a text, whatever has become of its spaces and line breaks, and what it has been changed to."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from jembatan.correspondence.preflight.finding import Span

RESEMBLES = 75
SENTENCE_END = re.compile(r"[.!?\n]+")


def places_of(wording: str, text: str) -> Iterator[Span]:
    """Every place where it stands word by word."""
    words = wording.split()
    if words:
        for match in re.finditer(r"\s+".join(map(re.escape, words)), text):
            yield match.span()


def stands_in(wording: str, text: str) -> bool:
    """Whether it stands there word by word."""
    return any(True for _place in places_of(wording, text))


def reworded_place(wording: str, text: str) -> Span | None:
    """The sentences that resemble it most, where something does: it has been changed by hand."""
    alignment = fuzz.partial_ratio_alignment(wording, text, score_cutoff=RESEMBLES)
    if alignment is None or len(text) < len(wording) / 2:
        return None
    start, end = _whole_sentences(text, alignment.dest_start, alignment.dest_end)
    return (start, end) if start < end else None


def _whole_sentences(text: str, start: int, end: int) -> Span:
    """From where the nearest sentence begins to where the nearest one ends, without the spaces around them."""
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    start = min(ends, key=lambda place: abs(place - start))
    end = min((place for place in ends if place > start), key=lambda place: abs(place - end), default=start)
    passage = text[start:end]
    return start + len(passage) - len(passage.lstrip()), end - (len(passage) - len(passage.rstrip()))
