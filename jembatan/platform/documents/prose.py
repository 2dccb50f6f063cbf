"""A document as the text of a mail: plain to read, and formatted where a mail program shows HTML."""

import re

from jembatan.platform.documents.model import Document, Section

MARKUP = re.compile(r"([\\`*_\[\]<>#])")


def as_prose(document: Document, *, most: int = 200) -> str:
    """Headings, lists and links as people write them in plain text (CommonMark); at most so many lines, the sections in their order."""
    parts = [f"**{_plain(document.title)}** ({document.marking})"]
    parts.append("\n".join(f"- {_plain(label)}: **{_plain(value)}**" for label, value in document.figures))
    left = most
    for section in document.sections:
        if left <= 0:
            break
        parts.append(_section(section, left))
        left -= len(section.lines)
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(section: Section, most: int) -> str:
    lines = []
    for line in section.lines[:most]:
        label = f"{_plain(line.label)}: " if line.label else ""
        url = line.sources[0].url if line.sources else ""
        text = f"[{_plain(line.text)}]({url})" if url else _plain(line.text)
        detail = f" ({_plain(line.detail)})" if line.detail else ""
        lines.append(f"- {label}{text}{detail}")
    body = "\n".join(lines) or _plain(section.empty)
    return f"**{_plain(section.title)}**\n\n{body}" if body else ""


def _plain(text: str) -> str:
    return MARKUP.sub(r"\\\1", " ".join(text.split()))
