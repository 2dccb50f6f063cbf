"""What is printed: a document of sections of lines, each line with its sources. One model, several writers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jembatan.platform.markings import Marking, highest


@dataclass(frozen=True, slots=True)
class Source:
    """The evidence behind a line. Equal sources are one and get one number."""

    kind: str
    title: str
    when: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or a fact. `label` stands at the left (a date, a field's name), `detail` below in a quieter voice."""

    text: str
    label: str = ""
    detail: str = ""
    sources: tuple[Source, ...] = ()
    marking: Marking = Marking.CLEAR


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` over `length`, in per cent of a timeline's width; a `length` of 0 is a mark at `start`."""

    label: str
    start: float
    length: float
    done: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Spans on one scale of days. `ticks` are places with their words, `today` is one of them, or None; `alt` says all of it in words.

    Writers that do not draw leave it out: the lines of its section say the same.
    """

    spans: tuple[Span, ...]
    ticks: tuple[tuple[float, str], ...]
    today: tuple[float, str] | None
    alt: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; without lines the sentence `empty` says so, since what is missing should be visible."""

    title: str
    lines: tuple[Line, ...]
    empty: str = ""
    timeline: Timeline | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars: labels and whole numbers; `alt` says the same in words (PDF/UA asks for it)."""

    title: str
    bars: tuple[tuple[str, int], ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that writers add, in the document's language."""

    sources: str
    page: str
    of: str


@dataclass(frozen=True, slots=True)
class Document:
    """`language` is that of the document, independent of the reader's interface."""

    title: str
    language: str
    made_at: datetime
    made: str
    words: Words
    subtitle: str = ""
    sections: tuple[Section, ...] = ()
    chart: Chart | None = None
    figures: tuple[tuple[str, str], ...] = ()
    least_marking: Marking = Marking.CLEAR

    @property
    def marking(self) -> Marking:
        """The highest marking of what the document contains."""
        return highest([self.least_marking, *(line.marking for line in self.lines())])

    def lines(self) -> Iterator[Line]:
        """All lines in reading order."""
        for section in self.sections:
            yield from section.lines

    def sources(self) -> dict[Source, int]:
        """Every source once, numbered from 1 in order of first use."""
        numbers: dict[Source, int] = {}
        for line in self.lines():
            for source in line.sources:
                numbers.setdefault(source, len(numbers) + 1)
        return numbers
