"""Mbox files: a stream of bytes into messages, in memory that one message needs.

The four kinds (mboxo, mboxrd, mboxcl, mboxcl2) look alike and are often broken: bodies hold unescaped lines that begin with
"From ", the blank line before a message is missing, Content-Length is wrong. A line is taken for the beginning of a message if
it looks like an envelope *and* a header follows; Content-Length is believed only where it leads to such a line or to the end.
"""

import re
from collections.abc import Iterator
from typing import IO

BLOCK = 1 << 20
START = b"\nFrom "
ENVELOPE = re.compile(
    rb"From (?P<sender>\S+|\"[^\"\r\n]+\"\S*|\S+ at \S+)?[ \t]*(?P<dated>[^\r\n]*\d{1,2}:\d{2}[^\r\n]*)?(?:\r?\n|\Z)"
)
DATED_WITHOUT_SENDER = re.compile(rb"From [^\r\n]*\d{1,2}:\d{2}(?::\d{2})?[^\r\n]*\d{4}[^\r\n]*(?:\r?\n|\Z)")
HEADER_LINE = re.compile(rb"(?:>?From [^\r\n]*\r?\n)*[!-9;-~]+[ \t]*:")
CONTENT_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,10})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
LOOK_AHEAD = 4096


def is_mbox(start: bytes) -> bool:
    """Whether a file that begins so is an mbox."""
    return _begins_message(start.lstrip(b"\r\n"), 0, after_blank_line=True)


def messages(stream: IO[bytes], *, largest: int) -> Iterator[bytes]:
    """Each message without its envelope line, its ">From " lines restored.

    A message of more than `largest` bytes comes cut after exactly so many, as it stands in the file: its reader has to notice.
    """
    window = _Window(stream)
    window.skip_blank_lines()
    while window.fill(LOOK_AHEAD):
        message = _next(window, largest)
        yield message[0] if len(message[0]) >= largest else _restored(message)


def _next(window: "_Window", largest: int) -> tuple[bytes, bool]:
    """The next message as it stands in the file, and whether Content-Length gave its end."""
    length = _trusted_length(window, largest)
    if length is not None:
        return window.take(length), True
    head = b""
    position = 1
    while True:
        found = window.data.find(START, position)
        if found < 0 and window.exhausted:
            rest = window.take(len(window.data))
            return (head or rest)[:largest], False
        if found < 0:
            if len(window.data) > largest:
                head = head or bytes(window.data[:largest])
                window.forget_all_but(LOOK_AHEAD)
            position = max(1, len(window.data) - len(START))
            window.fill(len(window.data) + 1)
            continue
        window.fill(found + LOOK_AHEAD)
        if _begins_message(window.data, found + 1, after_blank_line=_blank_before(window.data, found)):
            taken = window.take(found + 1)
            return (head or taken)[:largest], False
        position = found + 1


def _begins_message(data: bytes | bytearray, start: int, *, after_blank_line: bool) -> bool:
    envelope = ENVELOPE.match(data, start)
    dated = bool(envelope and envelope["dated"])
    if envelope is None or not dated:
        without_sender = DATED_WITHOUT_SENDER.match(data, start)
        envelope, dated = without_sender or envelope, bool(without_sender) or dated
    if envelope is None or not (dated or after_blank_line):
        return False
    return bool(HEADER_LINE.match(data, envelope.end()))


def _blank_before(data: bytes | bytearray, newline: int) -> bool:
    """Whether the line that ends at `newline` is empty."""
    before = data[max(0, newline - 2) : newline]
    return before.endswith((b"\n", b"\n\r"))


def _trusted_length(window: "_Window", largest: int) -> int | None:
    """Where the message ends by its own Content-Length, if a message or the end of the file stands there."""
    head = END_OF_HEAD.search(window.data)
    if head is None:
        return None
    found = CONTENT_LENGTH.search(window.data, 0, head.start())
    if found is None:
        return None
    end = head.end() + int(found[1])
    if end > largest or not window.fill(end + LOOK_AHEAD) or len(window.data) < end:
        return None
    if not window.data[end:].strip(b"\r\n"):
        return len(window.data) if window.exhausted else None
    start = end + len(window.data[end : end + 4]) - len(window.data[end : end + 4].lstrip(b"\r\n"))
    return start if _begins_message(window.data, start, after_blank_line=True) else None


def _restored(message: tuple[bytes, bool]) -> bytes:
    """Without the envelope line and the blank line that ends it; mboxrd's quoting undone."""
    raw, by_length = message
    body = raw.partition(b"\n")[2] if raw.startswith(b"From ") else raw
    if body.endswith(b"\r\n\r\n"):
        body = body[:-2]
    elif body.endswith(b"\n\n"):
        body = body[:-1]
    return body if by_length or b"\n>" not in body else ESCAPED.sub(b"", body)


class _Window:
    """The part of the stream that is being looked at; `data` begins at the next message."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.data = bytearray()
        self.exhausted = False

    def fill(self, size: int) -> bool:
        """Have at least `size` bytes in `data`, or all that are left; whether there are any."""
        while len(self.data) < size and not self.exhausted:
            block = self.stream.read(BLOCK)
            self.exhausted = not block
            self.data += block
        return bool(self.data)

    def take(self, size: int) -> bytes:
        """The first `size` bytes, which leave the window."""
        taken = bytes(self.data[:size])
        del self.data[:size]
        return taken

    def forget_all_but(self, size: int) -> None:
        """Drop what has been looked at of a message that is too large, except its end."""
        del self.data[: len(self.data) - size]

    def skip_blank_lines(self) -> None:
        """Drop empty lines before the first message."""
        self.fill(LOOK_AHEAD)
        del self.data[: len(self.data) - len(self.data.lstrip(b"\r\n"))]
