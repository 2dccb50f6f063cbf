"""Which letters bytes stand for, when what they say about it is missing or wrong."""

import codecs
import re
from dataclasses import dataclass

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What exporters write is not always what they mean: these names stand for their wider relatives.
WIDER = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "big5": "cp950",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
UNKNOWN_TO_PYTHON = {"x-sjis": "cp932", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949", "ansi": "cp1252"}
HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
EAST_ASIAN = ("cp932", "euc_jp", "gb18030", "cp950", "cp949")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what had to be assumed for it ("" when nothing)."""

    text: str
    problem: str = ""


def decode(content: bytes, *, charset: str = "") -> Decoded:
    """Never fails: the declared charset, else UTF-8, else a guess, of which `problem` tells."""
    if content.isascii() and not charset:
        return Decoded(content.decode("ascii"))
    problem = ""
    if charset:
        codec = _codec(charset)
        text = _strictly(content, codec) if codec else None
        if text is not None:
            return Decoded(text)
        problem = f"not readable as {charset}" if codec else f"unknown charset {charset}"
    if (text := _strictly(content, "utf-8")) is not None:
        return Decoded(text, problem and f"{problem}, read as utf-8")
    codec = guess(content)
    return Decoded(content.decode(codec, "replace"), f"{problem or 'not readable as utf-8'}, read as {codec}")


def document_codec(content: bytes) -> tuple[str, int] | None:
    """The codec of a whole file in UTF-16 or UTF-32, or with a byte order mark, and the mark's length; None for others."""
    for mark, codec in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return codec, len(mark)
    head = content[:400]
    zeros_first, zeros_second = head[0::2].count(0), head[1::2].count(0)
    if len(head) >= 8 and max(zeros_first, zeros_second) > len(head) // 5:
        return ("utf-16-le", 0) if zeros_second > zeros_first else ("utf-16-be", 0)
    return None


def decode_document(content: bytes) -> Decoded:
    """A whole text file, its byte order mark removed."""
    if found := document_codec(content):
        codec, mark = found
        text = _strictly(content[mark:], codec)
        problem = "" if text is not None else f"not readable as {codec} throughout"
        return Decoded(content[mark:].decode(codec, "replace") if text is None else text, problem)
    return decode(content)


def guess(content: bytes) -> str:
    """A codec for bytes that are not UTF-8: an East Asian one if high bytes come in runs that are its common characters.

    Accented letters of Western languages stand alone between plain ones, so a few of them are never taken for ideographs.
    """
    best, best_share = "cp1252", 0.85
    runs = HIGH_BYTES.findall(content)
    in_runs = sum(map(len, runs)) >= max(4, 2 * len(runs))
    for codec in EAST_ASIAN if in_runs else ():
        text = _strictly(content, codec)
        if text is None:
            continue
        wide = [character for character in text if ord(character) > 0x7F]
        share = sum(map(_is_common_east_asian, wide)) / len(wide) if len(wide) > 1 else 0
        if share > best_share:
            best, best_share = codec, share
    if best == "cp1252" and any(byte in content for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)):
        return "latin-1"
    return best


def _is_common_east_asian(character: str) -> bool:
    return (
        "\u3041" <= character <= "\u30fe"
        or "\u4e00" <= character <= "\u9fa5"
        or "\uac00" <= character <= "\ud7a3"
    )


def _codec(charset: str) -> str | None:
    name = charset.strip().strip('"').lower()
    try:
        found = codecs.lookup(UNKNOWN_TO_PYTHON.get(name, name))
        found.decode(b"")
    except (LookupError, ValueError, TypeError):
        return None
    # Codecs such as rot13 or zip are no charsets.
    return WIDER.get(found.name, found.name) if getattr(found, "_is_text_encoding", True) else None


def _strictly(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeError, ValueError):
        return None
