"""Translatable strings of Python modules and templates, without the gettext programs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from babel.messages import Catalog
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

PROJECT = Path(__file__).resolve().parents[2]
ROOTS = ("jembatan", "demo")
KEYWORDS: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (1,)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (1, 2)),
}
CALL = re.compile(r"\b(n?p?gettext|_)\((?=u?['\"])")

type Found = tuple[str | None, str | tuple[str, str]]


def collect() -> Catalog:
    """Every message once, with the files it stands in; lines are left out, since they change with every edit."""
    catalogue = Catalog()
    for root in ROOTS:
        for path in sorted((PROJECT / root).rglob("*")):
            if path.suffix not in {".py", ".html", ".txt"} or "tests" in path.parts or "build" in path.parts:
                continue
            found = _in_python(path) if path.suffix == ".py" else _in_template(path)
            for context, message in found:
                place: Any = (str(path.relative_to(PROJECT)), None)
                catalogue.add(message, context=context, locations=[place])
    return catalogue


def _in_python(path: Path) -> Iterator[Found]:
    with path.open("rb") as file:
        for _line, function, messages, _comments in extract_python(file, cast(Any, list(KEYWORDS)), (), {}):
            texts = [messages] if isinstance(messages, str) else [m for m in messages or () if m is not None]
            yield from _found(str(function or ""), texts)


def _in_template(path: Path) -> Iterator[Found]:
    """Django turns a template into calls of gettext; their arguments are Python literals."""
    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for match in CALL.finditer(source):
        yield from _found(match[1], _literal_arguments(source, match.end()))


def _literal_arguments(source: str, start: int) -> list[str]:
    """The leading string literals of a call whose arguments begin at `start`."""
    literal = re.compile(r"\s*(u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"))\s*,?", re.DOTALL)
    texts = []
    while found := literal.match(source, start):
        texts.append(ast.literal_eval(found[1].removeprefix("u").replace("\n", "\\n")))
        start = found.end()
    return texts


def _found(function: str, texts: list[str]) -> Iterator[Found]:
    if not texts or not texts[0]:
        return
    if function.startswith("ngettext") and len(texts) >= 2:
        yield None, (texts[0], texts[1])
    elif function.startswith("pgettext") and len(texts) >= 2:
        yield texts[0], texts[1]
    else:
        yield None, texts[0]
