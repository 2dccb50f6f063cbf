"""A document as plain data: what `--json` prints, what the typst template receives, and what is kept of one for good."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from jembatan.platform.documents.model import Chart, Document, Line, Section, Source, Span, Timeline, Words
from jembatan.platform.markings import Marking


def as_plain(document: Document) -> dict[str, Any]:
    """Lists, strings and numbers only; each line names the numbers of its sources, which stand in `sources`."""
    numbers = document.sources()
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "marking": str(document.marking),
        "made": document.made,
        "made_at": document.made_at.isoformat(),
        "words": {"sources": document.words.sources, "page": document.words.page, "of": document.words.of},
        "figures": [{"label": label, "value": value} for label, value in document.figures],
        "chart": _chart(document),
        "sections": [_section(section, numbers) for section in document.sections],
        "sources": [
            {
                "number": number,
                "kind": source.kind,
                "title": source.title,
                "when": source.when,
                "url": source.url,
            }
            for source, number in numbers.items()
        ],
    }


def from_plain(data: dict[str, Any]) -> Document:
    """The document that `as_plain` was given: it prints the same. Its marking is the least that it bears from now on."""
    sources = {
        each["number"]: Source(each["kind"], each["title"], each["when"], each["url"])
        for each in data["sources"]
    }
    chart = data["chart"]
    return Document(
        title=data["title"],
        subtitle=data["subtitle"],
        language=data["language"],
        made_at=datetime.fromisoformat(data["made_at"]),
        made=data["made"],
        words=Words(**data["words"]),
        sections=tuple(
            Section(
                section["title"],
                tuple(_read_line(line, sources) for line in section["lines"]),
                section["empty"],
                _read_timeline(section["timeline"]) if "timeline" in section else None,
            )
            for section in data["sections"]
        ),
        chart=Chart(
            chart["title"], tuple((bar["label"], bar["value"]) for bar in chart["bars"]), chart["alt"]
        )
        if chart
        else None,
        figures=tuple((figure["label"], figure["value"]) for figure in data["figures"]),
        least_marking=Marking(data["marking"]),
    )


def _read_line(line: dict[str, Any], sources: dict[int, Source]) -> Line:
    return Line(
        line["text"],
        label=line["label"],
        detail=line["detail"],
        sources=tuple(sources[number] for number in line["sources"]),
        marking=Marking(line["marking"]),
    )


def _read_timeline(data: dict[str, Any]) -> Timeline:
    return Timeline(
        spans=tuple(Span(**span) for span in data["spans"]),
        ticks=tuple((tick["place"], tick["text"]) for tick in data["ticks"]),
        today=(data["today"]["place"], data["today"]["text"]) if data["today"] else None,
        alt=data["alt"],
    )


def _section(section: Section, numbers: dict[Source, int]) -> dict[str, Any]:
    """With `timeline` only where there is one."""
    plain = {
        "title": section.title,
        "empty": section.empty,
        "lines": [_line(line, numbers) for line in section.lines],
    }
    return plain | ({"timeline": _timeline(section.timeline)} if section.timeline else {})


def _timeline(timeline: Timeline) -> dict[str, Any]:
    ticks = [{"place": place, "text": text} for place, text in timeline.ticks]
    today = {"place": timeline.today[0], "text": timeline.today[1]} if timeline.today else None
    return {
        "spans": [asdict(span) for span in timeline.spans],
        "ticks": ticks,
        "today": today,
        "alt": timeline.alt,
    }


def _line(line: Line, numbers: dict[Source, int]) -> dict[str, Any]:
    return {
        "label": line.label,
        "text": line.text,
        "detail": line.detail,
        "marking": str(line.marking),
        "sources": [numbers[source] for source in line.sources],
    }


def _chart(document: Document) -> dict[str, Any] | None:
    if document.chart is None:
        return None
    bars = [{"label": label, "value": value} for label, value in document.chart.bars]
    return {"title": document.chart.title, "alt": document.chart.alt, "bars": bars}
