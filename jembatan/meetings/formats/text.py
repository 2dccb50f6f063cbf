"""Bytes of unknown encoding to text: byte order marks, UTF-8, UTF-16 without a mark, else Windows-1252."""

import codecs

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(raw: bytes) -> str:
    """The text of `raw`; never raises. Bytes that Windows-1252 leaves undefined become U+FFFD."""
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(encoding, "replace")
    if unmarked := _unmarked_utf16(raw[:2000]):
        return raw.decode(unmarked, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _unmarked_utf16(head: bytes) -> str | None:
    """Mostly western text in UTF-16 has a zero in nearly every second byte."""
    half = len(head) // 2
    if half < 4:
        return None
    if head[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half:
        return "utf-16-be"
    return None
