"""WhatsApp's exported chats, as phones write them: text of Android and of iOS, in the words of any language.

Android: `25/11/26 14.30 - Retno: Baik`; iOS: `[25/11/26, 2:30:05 PM] Retno: Fine`. A line without a time continues the one
before. Who speaks stands before the first colon; a line without one is the chat's own ("Retno added Budi").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from jembatan.correspondence.formats.text import plain
from jembatan.correspondence.formats.whatsapp_dates import DateOrder, Digits, order_of

BIDI = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009"), " ")
MORNING = r"a\.? ?m\.?|午前|上午|오전|ص"
EVENING = r"p\.? ?m\.?|午後|下午|오후|م"
BETWEEN = r"[ ]?[./\-年년月월][ ]?"
DATE = rf"(?P<a>\d{{1,4}}){BETWEEN}(?P<b>\d{{1,2}}){BETWEEN}(?P<c>\d{{1,4}})[.日일]?"
TIME = (
    rf"(?:(?P<before>{MORNING}|{EVENING})[ ]?)?(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?"
    rf"(?:[ ]?(?P<after>{MORNING}|{EVENING}))?"
)
HEADER = re.compile(
    rf"(?:\[{DATE},?[ ]+{TIME}\][ ]?|{DATE.replace('<', '<x')},?[ ]+{TIME.replace('<', '<x')}(?:[ ]+[-\u2013]|,)[ ]?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
SPEAKER = re.compile(r"(?P<name>[^:\n]{1,100}): (?P<text>.*)|(?P<only>[^:\n]{1,100}):\Z", re.DOTALL)
IOS_FILE = re.compile(r"<[^<>:]{2,40}: (?P<name>[^<>/\\]{1,200}\.\w{1,8})>")
ANDROID_FILE = re.compile(r"(?P<name>[^\n/\\]{1,200}\.\w{2,8}) \([^()\n]{4,60}\)(?=\n|\Z)")
SECURED = re.compile(r"end-to-end|terenkripsi secara|enkripsi (?:secara )?end", re.IGNORECASE)
FIRST_LINES = 5
LONGEST_LINE = 100_000
TITLES = re.compile(
    r"(?:WhatsApp[ -]+Chat(?:[ ]+(?:with|dengan|met|mit|avec|con|com))?|Chat WhatsApp dengan|Obrolan WhatsApp dengan)[ -]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a chat. `speaker` is "" where the chat itself speaks; `files` are names of enclosed media.

    `sent_at` is the phone's wall clock: no export says its zone. `line` is where it stands in the file, from 1.
    """

    line: int
    sent_at: datetime
    speaker: str
    text: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stray:
    """Lines that belong to no message: they come before the first, or their date is none."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Chat:
    """An exported chat."""

    said: list[Said]
    strays: list[Stray]
    order: DateOrder


class NotAChat(ValueError):
    """No line of the file begins as a chat's lines do."""


def is_chat(head: bytes) -> bool:
    """Whether a text begins like an exported chat: one of its first lines has a date, a time and something said."""
    whole_lines = head[: head.rfind(b"\n")] if b"\n" in head else head
    return any(HEADER.match(line) for line in _text(whole_lines).split("\n")[:FIRST_LINES])


def read_chat(content: bytes) -> Chat:
    """Every message, in the order of the file. Raises `NotAChat`."""
    found = list(_lines(_text(content)))
    dates = [line.digits for line in found if line.digits]
    if not dates:
        raise NotAChat
    order = order_of(dates)
    said: list[Said] = []
    strays: list[Stray] = []
    for line in found:
        day = order.read(line.digits) if line.digits else None
        if day is None or line.clock is None:
            strays.append(Stray(line.number, line.text))
        else:
            said.append(_said(line.number, datetime.combine(day, line.clock), line.text))
    return Chat(said, strays, order)


def chat_title(file_name: str) -> str:
    """Whom the chat is with, by the name that the phone gave the file: "WhatsApp Chat with Retno.txt" is "Retno"."""
    stem = re.sub(
        r"\.(?:txt|zip)\Z", "", file_name.replace("\\", "/").rpartition("/")[2], flags=re.IGNORECASE
    )
    return TITLES.sub("", plain(stem).translate(BIDI), count=1).strip() or stem


@dataclass(frozen=True, slots=True)
class _Line:
    """A header with what follows it, to the next; `digits` and `clock` are None for what stands before the first."""

    number: int
    digits: Digits | None
    clock: time | None
    text: str


def _lines(text: str) -> Iterator[_Line]:
    current: _Line | None = None
    parts: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        found = HEADER.match(line)
        if found:
            if current:
                yield _closed(current, parts)
            current, parts = _Line(number, _digits(found), _clock(found), ""), [found["rest"]]
        elif current:
            parts.append(line)
        elif line.strip():
            current, parts = _Line(number, None, None, ""), [line]
    if current:
        yield _closed(current, parts)


def _closed(line: _Line, parts: list[str]) -> _Line:
    return _Line(line.number, line.digits, line.clock, "\n".join(parts).strip()[:LONGEST_LINE])


def _digits(found: re.Match[str]) -> Digits:
    a, b, c = (int(found[name] or found[f"x{name}"]) for name in "abc")
    return a, b, c


def _clock(found: re.Match[str]) -> time | None:
    def part(name: str) -> str:
        return found[name] or found[f"x{name}"] or ""

    hour, half = int(part("hour")), part("before") or part("after")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if re.fullmatch(EVENING, half, re.IGNORECASE) else 0)
    try:
        return time(hour, int(part("minute")), int(part("second") or 0))
    except ValueError:
        return None


def _said(line: int, sent_at: datetime, text: str) -> Said:
    found = SPEAKER.match(text)
    if found is None:
        return Said(line, sent_at, "", text)
    name, words = (found["name"] or found["only"]).strip(), (found["text"] or "").strip()
    if SECURED.search(words):
        return Said(line, sent_at, "", words)
    files = [match["name"].strip() for match in IOS_FILE.finditer(words)]
    first_line = ANDROID_FILE.match(words)
    if first_line:
        files.append(first_line["name"].strip())
    return Said(line, sent_at, name.removeprefix("~").strip(), words, tuple(files))


def _text(content: bytes) -> str:
    """UTF-8 as phones write it; UTF-16 and Windows-1252 where someone has saved the file again."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8")
        except UnicodeError:
            text = content.decode("cp1252", "replace")
    return plain(text.translate(BIDI).translate(SPACES).replace("\r\n", "\n").replace("\r", "\n"))
