"""The words of an HTML body, with line breaks and quotes where a reader sees them."""

import re
from collections.abc import Iterator

from lxml import etree, html

from jembatan.correspondence.formats.text import plain

HIDDEN = {"script", "style", "head", "title", "template", "noscript", "object", "svg"}
BLOCKS = {
    "address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tr", "ul", "body",
}  # fmt: skip
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote"}
SPACES = re.compile(r"[ \t\r\n\f\u200b\ufeff]+")
LONGEST = 2_000_000
BLOCK, LINE, PARAGRAPH, QUOTE, UNQUOTE = "\x01", "\x02", "\x03", "\x04", "\x05"
MARKS = re.compile("[\x01-\x05]")


def html_text(source: str) -> str:
    """Plain text of a page: block quotes as "> " lines, list items with a dash, links by their words. Never raises."""
    try:
        root = html.document_fromstring(
            source[:LONGEST].encode("utf-8", "replace"),
            parser=html.HTMLParser(encoding="utf-8", huge_tree=True),
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return plain(SPACES.sub(" ", re.sub(r"<[^<>]*>", " ", source[:LONGEST])).strip())
    return _lines("".join(_pieces(root)))


def _pieces(root: etree._Element) -> Iterator[str]:
    """Words and marks in reading order; iterative, because pages nest deeper than Python's stack."""
    skipping: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if skipping is None and event == "start":
            if tag in HIDDEN:
                skipping = element
            else:
                yield from _opening(tag, element)
        if event != "start" and (skipping is None or skipping is element):
            skipping = None
            yield from _closing(tag)
            yield _words(element.tail)


def _opening(tag: str, element: etree._Element) -> Iterator[str]:
    if tag == "blockquote":
        yield QUOTE
    elif tag in PARAGRAPHS:
        yield PARAGRAPH
    elif tag == "br":
        yield LINE
    elif tag in BLOCKS:
        yield BLOCK
    if tag == "li":
        yield "- "
    elif tag == "hr":
        yield "________" + BLOCK
    yield _words(element.text)


def _closing(tag: str) -> Iterator[str]:
    if tag == "blockquote":
        yield UNQUOTE
    elif tag in PARAGRAPHS:
        yield PARAGRAPH
    elif tag in BLOCKS:
        yield BLOCK
    elif tag in {"td", "th"}:
        yield " "


def _words(text: str | None) -> str:
    return MARKS.sub("", SPACES.sub(" ", text)) if text else ""


def _lines(marked: str) -> str:
    lines: list[str] = []
    since = ""  # marks since the last words
    depth = shown_depth = position = 0
    for found in MARKS.finditer(marked + PARAGRAPH):
        words = SPACES.sub(" ", marked[position : found.start()].replace("\xa0", " ")).strip()
        position = found.end()
        if words:
            if lines and _is_gap(since):
                lines.append(_quoted(min(depth, shown_depth), ""))
            lines.append(_quoted(depth, words))
            since, shown_depth = "", depth
        since += found[0]
        depth = max(0, depth + (found[0] == QUOTE) - (found[0] == UNQUOTE))
    return plain("\n".join(line.rstrip() for line in lines))


def _is_gap(marks: str) -> bool:
    """Whether a reader sees an empty line here: a paragraph, two <br>, or a block that holds a <br> alone."""
    if PARAGRAPH in marks or QUOTE in marks or UNQUOTE in marks:
        return True
    lines, blocks = marks.count(LINE), marks.count(BLOCK)
    return lines >= 2 or (lines == 1 and blocks >= 3)


def _quoted(depth: int, words: str) -> str:
    return ">" * min(depth, 20) + (" " if depth else "") + words
