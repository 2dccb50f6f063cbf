"""A brief as it is written: each part that people write among what the record says around it."""

from dataclasses import dataclass

from jembatan.briefings.models import Brief, BriefPart, Part
from jembatan.briefings.queries.compose import asking_for
from jembatan.briefings.queries.registry import brief_sections
from jembatan.briefings.queries.sections.written import WrittenSection
from jembatan.briefings.queries.writing.title import parts_for, title_of
from jembatan.briefings.queries.writing.visible import whoever_reads
from jembatan.briefings.queries.writing.whole import written_of
from jembatan.platform.documents.model import Line, Section


@dataclass(frozen=True, slots=True)
class Piece:
    """A part to write, with what the record adds to it (`lines`); or (`part` None) a section of the record alone."""

    title: str
    lines: tuple[Line, ...]
    empty: str = ""
    part: Part | None = None
    stands: BriefPart | None = None


def sheet_of(brief: Brief) -> list[Piece]:
    """In the order in which it is printed; sections in the brief's language, titles of parts in the reader's."""
    stands = {part.name: part for part in brief.parts.select_related("saved_by")}
    titles = {part: title_of(part, brief.audience) for part in parts_for(brief.audience)}

    def to_write(part: Part, lines: tuple[Line, ...] = ()) -> Piece:
        return Piece(titles[part], lines, part=part, stands=stands.get(part))

    if brief.subject is None:
        return [to_write(part) for part in titles]
    pieces: list[Piece] = []
    with asking_for(
        whoever_reads(brief),
        brief.subject,
        language=brief.language,
        site="",
        written=written_of(brief, by=""),
    ) as request:
        for section in brief_sections(for_them=brief.for_them):
            if isinstance(section, WrittenSection):
                pieces.append(to_write(section.part, tuple(section.more(request))))
            else:
                pieces += [_of_record(each) for each in section(request)]
    return pieces


def _of_record(section: Section) -> Piece:
    return Piece(section.title, section.lines, section.empty)
