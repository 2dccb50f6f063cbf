"""Bytes into text that a database accepts, whatever charset the sender claims."""

import re
from collections.abc import Callable

NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
CHARSET = re.compile(r"charset\*?\s*=\s*\"?'?([^\s\"';]+)", re.IGNORECASE)
META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
SAID_FOR = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "utf8": "utf-8",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "ks_c_5601-1987": "cp949",
    "gb2312": "gb18030",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "windows-874": "cp874",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
}
FORBIDDEN = {"unicode_escape", "raw_unicode_escape", "undefined", "idna", "punycode"}
FLOWED = re.compile(r"format\s*=\s*\"?flowed", re.IGNORECASE)
DELSP = re.compile(r"delsp\s*=\s*\"?yes", re.IGNORECASE)


def plain(value: str) -> str:
    """The text with what PostgreSQL refuses (NUL, lone surrogates) shown as U+FFFD."""
    return NOT_TEXT.sub("\ufffd", value) if not value.isascii() or "\x00" in value else value


def decode(content: bytes, content_type: str, *, note: Callable[[str], None]) -> str:
    """A text part's characters with LF line ends. A charset that does not fit is noted and replaced by one that does."""
    charset = charset_of(content_type) or _charset_in_html(content, content_type)
    return plain(_characters(content, charset, note).replace("\r\n", "\n").replace("\r", "\n"))


def charset_of(content_type: str) -> str:
    """The charset parameter in lower case, or nothing."""
    found = CHARSET.search(content_type)
    return found[1].lower() if found else ""


def unflow(text: str, content_type: str) -> str:
    """Join soft line breaks of `format=flowed` (RFC 3676); the text itself for any other format."""
    if not FLOWED.search(content_type):
        return text
    cut = 1 if DELSP.search(content_type) else 0
    lines: list[str] = []
    open_depth = -1
    for raw_line in text.split("\n"):
        body = raw_line.lstrip(">")
        depth = len(raw_line) - len(body)
        body = body.removeprefix(" ")
        if depth == open_depth and body != "-- ":
            lines[-1] += body
        else:
            lines.append((">" * depth + " " if depth else "") + body)
        soft = body.endswith(" ") and body != "-- "
        open_depth = depth if soft else -1
        if soft and cut:
            lines[-1] = lines[-1][:-1]
    return "\n".join(line.rstrip(" ") if line != "-- " else line for line in lines)


def _characters(content: bytes, charset: str, note: Callable[[str], None]) -> str:
    codec = SAID_FOR.get(charset, charset or "utf-8")
    if codec not in FORBIDDEN:
        try:
            return content.decode(codec)
        except (LookupError, UnicodeError, ValueError):
            pass
    if charset:
        note(f"text is not in its charset {charset[:40]}")
    for other in ("utf-8", "cp1252"):
        try:
            return content.decode(other)
        except UnicodeError:
            continue
    return content.decode("latin-1")


def _charset_in_html(content: bytes, content_type: str) -> str:
    if "html" not in content_type.lower():
        return ""
    found = META_CHARSET.search(content[:2048])
    return found[1].decode("ascii").lower() if found else ""
