"""Typesetting by typst with our own fonts alone: PDF (tagged, PDF/UA-1), or a picture of each page."""

import json
import re
import threading
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import category

import typst

TEMPLATES = Path(__file__).parent / "typst"
FONT_PACKAGES = (
    "fontpkg_public_sans",
    "fontpkg_plus_jakarta_sans",
    "fontpkg_noto_sans",
    "fontpkg_noto_sans_arabic",
    "fontpkg_noto_sans_devanagari",
    "fontpkg_noto_sans_khmer",
    "fontpkg_noto_sans_tamil",
    "fontpkg_noto_sans_thai",
    "fontpkg_noto_serif",
    "manimgx_fonts_cjk",
)
MISSING = re.compile(r'(?:the text|disallowed codepoint) `"(.*?)"`', re.DOTALL)
ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
CONTROLS = {r"\t": "\t", r"\n": "\n", r"\r": "\r"}
JOINS = {"Mn", "Mc", "Me", "Cn"}
"""Marks, and what this Python's Unicode does not know yet."""
BOX = "\N{WHITE SQUARE}"
_local = threading.local()


class CannotTypeset(ValueError):
    """A picture among the data cannot be read."""


def typeset(template: str, data: dict[str, Any], *, made_at: datetime) -> bytes:
    """The template's PDF with this data (its `sys.inputs.data`); the same data gives the same bytes.

    PDF/UA-1 refuses text that no font can show (emoji, control characters): such characters are printed as a box.
    """
    moment = made_at.astimezone(UTC).replace(microsecond=0)
    text = json.dumps(data, ensure_ascii=False)
    while True:
        try:
            return _pdf(template, text, moment)
        except typst.TypstError as error:
            printable = _boxed(text, error.message)
            if printable == text:
                printable = _without_what_joins_it(text, error.message)
            if printable == text:
                printable = _without_what_joins(text)
            if printable == text:
                raise
            text = printable


def pictures(template: str, data: dict[str, Any], *, ppi: float = 110) -> list[bytes]:
    """The pages as PNG, as the PDF shows them. Raises `CannotTypeset`."""
    try:
        pages = _compiler().compile(
            input=TEMPLATES / template,
            format="png",
            ppi=ppi,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    except typst.TypstError as error:
        raise CannotTypeset(error.message) from error
    return [pages] if isinstance(pages, bytes) else [page for page in pages or [] if page]


def _pdf(template: str, data: str, made_at: datetime) -> bytes:
    pdf = _compiler().compile(
        input=TEMPLATES / template,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards="ua-1",
        timestamp=made_at,
    )
    assert isinstance(pdf, bytes)
    return pdf


def _boxed(data: str, complaint: str) -> str:
    """The data with the characters that the complaint names replaced, written out or as a JSON escape."""
    missing = MISSING.search(complaint)
    for character in _characters(missing[1]) if missing else ():
        stand_in = " " if character.isspace() else BOX
        # An even number of backslashes before it are backslashes of the text, and no part of the escape.
        escape = rf"(?<!\\)((?:\\\\)*){re.escape(json.dumps(character)[1:-1])}"
        data = re.sub(escape, rf"\g<1>{stand_in}", data.replace(character, stand_in))
    return data


def _without_what_joins_it(data: str, complaint: str) -> str:
    """A mark that no font has hides from the complaint, which names only the character that it joins."""
    missing = MISSING.search(complaint)
    named = set(_unescaped(missing[1])) if missing else set()
    follows, kept = False, []
    for each in data:
        joins = category(each) in JOINS
        kept.append(BOX if joins and follows else each)
        follows = follows if joins else each in named
    return "".join(kept)


def _without_what_joins(data: str) -> str:
    """A character that no font has and that joins the one before it hides from the complaint, which names only that one."""
    return "".join(BOX if ord(each) > 0xFFFF and category(each) in JOINS else each for each in data)


def _characters(shown: str) -> set[str]:
    """The characters of a string as typst writes it in a message; what ASCII can print is never the one that is missing."""
    return {
        character for character in _unescaped(shown) if not character.isascii() or not character.isprintable()
    }


def _unescaped(shown: str) -> str:
    text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), shown)
    for escape, character in CONTROLS.items():
        text = text.replace(escape, character)
    return text


def _compiler() -> typst.Compiler:
    """One a thread: compiling again with warm caches takes milliseconds, and a compiler is not shared by threads."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True, root=TEMPLATES)
    compiler: typst.Compiler = _local.compiler
    return compiler


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts of our own packages, so that a document looks the same on every machine."""
    paths = [str(files(package)) for package in FONT_PACKAGES]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
