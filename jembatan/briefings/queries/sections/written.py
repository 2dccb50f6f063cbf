"""What people have written, as sections: a line a paragraph, points numbered, what is only said if asked with its question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jembatan.briefings.models import Part
from jembatan.briefings.queries.request import BriefRequest
from jembatan.briefings.queries.writing.title import title_of
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.ui.moments import moment_text

NUMBERED = (Part.CERTAIN, Part.POSSIBLE)


def _no_more(request: BriefRequest) -> Sequence[Line]:
    return ()


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A part's section: what somebody has written, and what the record has to add to it (`more`). Nothing where there is neither."""

    part: Part
    more: Callable[[BriefRequest], Sequence[Line]] = _no_more

    def __call__(self, request: BriefRequest) -> Sequence[Section]:
        """As it is printed."""
        lines = (*written_lines(request, self.part), *self.more(request))
        audience = request.written.audience if request.written else ""
        return [Section(title_of(self.part, audience), lines)] if lines else []


def written_lines(request: BriefRequest, part: Part) -> tuple[Line, ...]:
    """Each with who wrote it and when as its source."""
    words = request.written.parts.get(part) if request.written else None
    if words is None:
        return ()
    address = f"{request.site}{request.written.address}#{part}" if request.written else ""
    source = Source(_("Written"), words.author or "—", moment_text(words.saved_at), address)
    return tuple(
        Line(text, label=label, detail=detail, sources=(source,))
        for label, text, detail in _pieces(part, words.text)
    )


def questions_in(text: str) -> list[tuple[str, str]]:
    """What is said only if asked: paragraphs whose first row ends with a question mark have a question, the others none."""
    found = []
    for paragraph in paragraphs_in(text):
        first, _newline, rest = paragraph.partition("\n")
        asked = first.rstrip().endswith("?") and bool(rest.strip())
        found.append((first.strip(), rest.strip()) if asked else ("", paragraph))
    return found


def points_in(text: str) -> list[str]:
    """A row is a point; a dash or a number that somebody has typed before it goes."""
    rows = (row.strip().lstrip("-–•*").strip() for row in text.splitlines())
    return [row for row in rows if row]


def paragraphs_in(text: str) -> list[str]:
    """Parted by empty rows."""
    found: list[list[str]] = [[]]
    for row in text.splitlines():
        if row.strip():
            found[-1].append(row.strip())
        elif found[-1]:
            found.append([])
    return ["\n".join(rows) for rows in found if rows]


def _pieces(part: Part, text: str) -> list[tuple[str, str, str]]:
    """Label, text, detail."""
    if part in NUMBERED:
        return [(f"{number}.", point, "") for number, point in enumerate(points_in(text), start=1)]
    if part == Part.IF_ASKED:
        return [
            ("", question or answer, answer if question else "") for question, answer in questions_in(text)
        ]
    return [("", paragraph, "") for paragraph in paragraphs_in(text)]
