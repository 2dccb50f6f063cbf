"""The project's documents, and what can be read out of them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

PROJECT = Path(__file__).resolve().parents[2]
GUIDE = PROJECT / "docs" / "guide"
ELSEWHERE = {".venv", "node_modules", "var", "build", ".git", ".pytest_cache", ".hypothesis", "__pycache__"}
READER = MarkdownIt("commonmark").enable("table")


def documents() -> list[Path]:
    """Every Markdown file of the project."""
    return sorted(
        path for path in PROJECT.rglob("*.md") if not ELSEWHERE & set(path.relative_to(PROJECT).parts)
    )


def name_of(path: Path) -> str:
    """As a test's name shows it."""
    return str(path.relative_to(PROJECT))


def links_of(path: Path) -> list[str]:
    """Where the document's links and pictures lead."""
    found = []
    for token in READER.parse(path.read_text(encoding="utf-8")):
        for child in token.children or []:
            if target := child.attrGet("href") or child.attrGet("src"):
                found.append(str(target))
    return found


def headings_of(path: Path) -> list[tuple[str, str]]:
    """The document's headings as (h1, text)."""
    tokens = READER.parse(path.read_text(encoding="utf-8"))
    return [(token.tag, inline.content) for token, inline in pairwise(tokens) if token.type == "heading_open"]


def bold_of(path: Path) -> list[str]:
    """What is printed bold."""
    found = []
    for token in READER.parse(path.read_text(encoding="utf-8")):
        children = token.children or []
        for place, child in enumerate(children):
            if child.type == "strong_open":
                found.append(children[place + 1].content)
    return found


def code_of(path: Path) -> Iterator[str]:
    """Lines of code blocks, and code inside sentences."""
    for token in READER.parse(path.read_text(encoding="utf-8")):
        if token.type in {"fence", "code_block"}:
            yield from token.content.splitlines()
        yield from (child.content for child in token.children or [] if child.type == "code_inline")


def sections_of(path: Path) -> dict[str, str]:
    """The text below each second- or third-level heading, up to the next one."""
    parts = re.split(r"^#{2,3} (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def first_column(text: str) -> list[str]:
    """The code at the beginning of each row of the tables in a text: | `NAME` | … |"""
    return re.findall(r"^\| `([^`]+)`", text, flags=re.MULTILINE)
