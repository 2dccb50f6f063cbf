"""The cleared words of a brief as a speaker needs them: the speech, the points, and answers at hand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils import translation

from jembatan.briefings.models import Audience, BriefClearance, Part
from jembatan.briefings.queries.sections.written import paragraphs_in, points_in, questions_in
from jembatan.briefings.queries.writing.title import title_of
from jembatan.briefings.queries.writing.whole import document_of
from jembatan.platform.documents.model import Document, Section

PRINTED = (Part.SPEECH, Part.CERTAIN, Part.POSSIBLE, Part.IF_ASKED, Part.SAY)


@dataclass(frozen=True, slots=True)
class Script:
    """`lines` are what may be said, the lines to take among them; what may not be said is not for a screen that a hall can see."""

    speech: tuple[str, ...]
    certain: tuple[str, ...]
    possible: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]

    @property
    def says_something(self) -> bool:
        """There is something to speak from."""
        return bool(self.speech or self.certain or self.possible)


def script_of(clearance: BriefClearance) -> Script:
    """As it was cleared."""
    words = clearance.words
    document = document_of(clearance)
    return Script(
        speech=tuple(paragraphs_in(words.get(Part.SPEECH, ""))),
        certain=tuple(points_in(words.get(Part.CERTAIN, ""))),
        possible=tuple(points_in(words.get(Part.POSSIBLE, ""))),
        questions=tuple(questions_in(words.get(Part.IF_ASKED, ""))),
        lines=tuple(line.text for section in _sections(document, (Part.SAY,)) for line in section.lines),
    )


def large_print(clearance: BriefClearance) -> Document:
    """What a speaker holds in the hand: speech, points and answers of the cleared document, without sources."""
    document = document_of(clearance)
    return replace(document, sections=tuple(_sections(document, PRINTED)))


def _sections(document: Document, parts: tuple[Part, ...]) -> Iterator[Section]:
    """In the order of `parts`, found by their titles in the document's language."""
    with translation.override(document.language):
        titles = [title_of(part, Audience.OURS) for part in parts]
    for title in titles:
        for section in document.sections:
            if section.title == title:
                yield replace(section, lines=tuple(replace(line, sources=()) for line in section.lines))
