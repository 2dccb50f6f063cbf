"""A page of Markdown as HTML with a title and named headings. The pages are our own files, so nothing is sanitised."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Heading:
    """A second-level heading: its text, and the name that a link to it ends with."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """`title` is the first heading, which `html` leaves to the page's frame."""

    title: str
    html: SafeString
    headings: tuple[Heading, ...]


def render(text: str, *, address_of: Callable[[str], str]) -> Rendered:
    """The page; `address_of` makes the address of what a link names ("inbox.md#turn" or "")."""
    reader = _reader()
    tokens = reader.parse(text)
    title = tokens[1].content
    body = tokens[3:]
    _follow_links(body, address_of)
    headings = _name_headings(body)
    html = reader.renderer.render(body, reader.options, {})
    return Rendered(title, mark_safe(html), headings)


def links_in(text: str) -> list[tuple[str, str]]:
    """Every link of the page as (what it names, its text), in order."""
    found = []
    for token in _reader().parse(text):
        children = token.children or []
        for index, child in enumerate(children):
            if child.type == "link_open":
                found.append((str(child.attrGet("href")), _text(children[index:])))
    return found


@cache
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # only for those who read

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _name_headings(tokens: Sequence["Token"]) -> tuple[Heading, ...]:
    """Give each heading an id, and return those of the second level."""
    headings = []
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            heading = Heading(slugify(inline.content), inline.content)
            token.attrSet("id", heading.anchor)
            if token.tag == "h2":
                headings.append(heading)
    return tuple(headings)


def _follow_links(tokens: Sequence["Token"], address_of: Callable[[str], str]) -> None:
    for token in tokens:
        for child in token.children or []:
            if child.type == "link_open":
                child.attrSet("href", address_of(str(child.attrGet("href"))))


def _text(children: Sequence["Token"]) -> str:
    """The text up to the end of the link that begins here."""
    words = []
    for child in children:
        if child.type == "link_close":
            break
        words.append(child.content)
    return "".join(words)
