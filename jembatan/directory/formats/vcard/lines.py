"""From bytes to logical lines: unfolded, soft line breaks of quoted-printable joined, broken lines mended.

Works on bytes, since a fold may stand in the middle of a letter and each property may have its own charset.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PHYSICAL = re.compile(rb"\r\n|\r\r\n|\n|\r")
PROPERTY = re.compile(rb'\s*(?:[\w-]+\.)?[A-Za-z][\w/-]*\s*(?:;(?:[^":]|"[^"]*")*)?:')
QUOTED_PRINTABLE = re.compile(rb"quoted-printable", re.IGNORECASE)
BASE64 = re.compile(rb";\s*(?:encoding\s*=\s*)?\"?(?:b|base64)\"?\s*(?=[;:])", re.IGNORECASE)
BASE64_BODY = re.compile(rb"[A-Za-z0-9+/=\s]+")
STRUCTURE = re.compile(rb"\s*(?:begin|end|version)\s*:", re.IGNORECASE)
OLD_VERSION = re.compile(rb"\s*version\s*:\s*2\.1", re.IGNORECASE)
NEW_VERSION = re.compile(rb"\s*version\s*:\s*[34]", re.IGNORECASE)
FOLD_WIDTHS = (74, 75, 76, 77)


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line; `first` and `last` number its physical lines from 1. `stray`: it is no property and follows none."""

    first: int
    last: int
    content: bytes
    mended: bool = False
    stray: bool = False


def logical_lines(content: bytes) -> Iterator[Line]:
    """Every line that is not blank, once, in order."""
    physical = PHYSICAL.split(content)
    at, old_syntax = 0, False
    waiting: Line | None = None
    while at < len(physical):
        if not physical[at].strip():
            at += 1
            continue
        line, at = _take(physical, at, old_syntax)
        if PROPERTY.match(line.content):
            if waiting:
                yield waiting
            waiting = line
            old_syntax = bool(OLD_VERSION.match(line.content)) or (
                old_syntax and not NEW_VERSION.match(line.content)
            )
        elif waiting and not waiting.stray and not STRUCTURE.match(waiting.content):
            waiting = Line(waiting.first, line.last, waiting.content + b"\n" + line.content, mended=True)
        else:
            if waiting:
                yield waiting
            waiting = Line(line.first, line.last, line.content, stray=True)
    if waiting:
        yield waiting


def _take(physical: list[bytes], at: int, old_syntax: bool) -> tuple[Line, int]:
    """The logical line that begins at this physical one, and where the next begins."""
    first = at
    head = physical[at]
    header = PROPERTY.match(head)
    chunks = [head]
    at += 1
    if header and QUOTED_PRINTABLE.search(header[0]):
        while chunks[-1].rstrip(b" \t").endswith(b"=") and at < len(physical):
            chunks[-1] = chunks[-1].rstrip(b" \t")[:-1]
            chunks.append(_without_fold(physical[at]))
            at += 1
        # A soft break at the very end has nothing to join; and some exporters fold the encoded text on top.
    elif header and BASE64.search(header[0]):
        while at < len(physical) and BASE64_BODY.fullmatch(physical[at]) and physical[at].strip():
            chunks.append(physical[at].strip())
            at += 1
    while at < len(physical) and physical[at][:1] in (b" ", b"\t") and physical[at].strip():
        chunks.append(_unfolded(physical[at], after=physical[at - 1], old_syntax=old_syntax))
        at += 1
    return Line(first + 1, at, b"".join(chunks)), at


def _unfolded(line: bytes, *, after: bytes, old_syntax: bool) -> bytes:
    """3.0 and 4.0 take one blank away. 2.1 folds at the text's own blank, unless its exporter cut at a fixed width."""
    if not old_syntax:
        return line[1:]
    return line.lstrip() if len(after) in FOLD_WIDTHS else b" " + line.lstrip()


def _without_fold(line: bytes) -> bytes:
    """A tab before a continued line of quoted-printable is a fold; a space may be the text's own."""
    return line.removeprefix(b"\t")
