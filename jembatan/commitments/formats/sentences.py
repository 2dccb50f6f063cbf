"""The sentences of a mail or of minutes, each with its place in the text."""

import re
from collections.abc import Iterator
from itertools import zip_longest

LONGEST, SHORTEST = 700, 12
WRAPPED_FROM = 50
BULLET = re.compile(r"\s*(?:[-*•–]|\(?\d{1,2}[.)]|[a-z][.)])\s+", re.IGNORECASE)
END = re.compile(r"[.!?…]+[\"”’)]*(?=\s+[\"“(]?[A-Z0-9]|\s*$)|;(?=\s)")
SHORTENED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|art|dept|sdr|sdri|yth|jl|tgl|hal|ir|drs|h|hj|a\.n|u\.p|s\.d|d\.a|e\.g|i\.e|approx|ext|tel|p\.m|a\.m)|\b[A-Z])$",
    re.IGNORECASE,
)


def sentences(text: str, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Where each begins and ends. `wrapped`: a line that is long was broken off by a program, as in mails; else each line ends."""
    for start, end in _passages(text, wrapped=wrapped):
        at = start
        for stop in END.finditer(text[:end], start):
            if stop.group().startswith(".") and SHORTENED.search(text, at, stop.start()):
                continue
            yield from _trimmed(text, at, stop.end())
            at = stop.end()
        yield from _trimmed(text, at, end)


def _passages(text: str, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    start, at = 0, 0
    lines = text.splitlines(keepends=True)
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if BULLET.match(line) or not line.strip():
            yield start, at
            start = at
        at += len(line)
        if not (wrapped and _goes_on(line.strip(), following.lstrip())):
            yield start, at
            start = at
    yield start, at


def _goes_on(line: str, following: str) -> bool:
    return following[:1].islower() or len(line) >= WRAPPED_FROM


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bullet = BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if SHORTEST <= end - start <= LONGEST:
        yield start, end
