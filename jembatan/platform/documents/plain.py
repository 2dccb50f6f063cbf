"""A document as plain data: what `--json` prints and what the typst template receives."""

from typing import Any

from jembatan.platform.documents.model import Document, Line, Source


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
        "sections": [
            {
                "title": section.title,
                "empty": section.empty,
                "lines": [_line(line, numbers) for line in section.lines],
            }
            for section in document.sections
        ],
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
