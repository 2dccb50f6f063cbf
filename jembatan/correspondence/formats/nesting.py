"""How deep a message's parts stand inside each other, told by looking along its lines, before any parser climbs down."""

import re

DEEPEST = 100
MARK = re.compile(
    rb"^content-type:[ \t]*(?P<container>multipart/|message/rfc822)|\bboundary[ \t]*=[ \t]*(?:\"(?P<quoted>[^\"\r\n]{1,200})\"|(?P<bare>[^\s;\"]{1,200}))"
    rb"|^--(?P<delimiter>[^\r\n]{1,202}?)[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
MESSAGE = b""


def is_too_deep(raw: bytes, *, deepest: int = DEEPEST) -> bool:
    """Parts inside parts, or messages inside messages, more than a hundred deep: nobody writes that, and parsers fall over it."""
    lowered = raw.lower()
    most = lowered.count(b"boundary") + lowered.count(
        b"message/rfc822"
    )  # what nearly all mail is told by, at once
    return most > deepest and _depth(raw, deepest) > deepest


def _depth(raw: bytes, enough: int) -> int:
    """The deepest place, or any place deeper than is asked for; an open message counts until a boundary around it comes."""
    standing: list[bytes] = []
    deepest = 0
    for mark in MARK.finditer(raw):
        if mark["container"] is not None:
            if mark["container"].lower().startswith(b"message"):
                standing.append(MESSAGE)
        elif (boundary := mark["quoted"] or mark["bare"]) is not None:
            standing.append(boundary)
        else:
            _close(standing, mark["delimiter"])
        deepest = max(deepest, len(standing))
        if deepest > enough:
            break
    return deepest


def _close(standing: list[bytes], delimiter: bytes) -> None:
    """A delimiter ends everything inside its own multipart, and with two dashes more the multipart itself."""
    for place in range(len(standing) - 1, -1, -1):
        if standing[place] and delimiter in {standing[place], standing[place] + b"--"}:
            del standing[place + (delimiter == standing[place]) :]
            return
