"""Values of properties: escapes, components, dates, telephone and message addresses."""

import re
from collections.abc import Iterable

ESCAPE = re.compile(r"\\(.)", re.DOTALL)
DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
YEARLESS = re.compile(r"--(\d\d)-?(\d\d)")
ANGLED = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
EXTENSION = re.compile(r";ext=([^;]+)", re.IGNORECASE)


def unescape(text: str, *, old_syntax: bool = False) -> str:
    """RFC 6350 3.4; a backslash before any other letter stays. In 2.1 only ; and , were escaped, and "C:\\new" is a path."""

    def replace(match: re.Match[str]) -> str:
        letter = match[1]
        if letter in "nN":
            return match[0] if old_syntax else "\n"
        if letter in ";,:" or (letter in '\\"' and not old_syntax):
            return letter
        return match[0]

    return ESCAPE.sub(replace, text) if "\\" in text else text


def components(text: str, separator: str = ";", *, old_syntax: bool = False) -> list[str]:
    """Split at separators that are not escaped; each piece unescaped, spaces at its ends removed."""
    if "\\" not in text:
        return [piece.strip() for piece in text.split(separator)]
    pieces, piece, escaped = [], "", False
    for character in text:
        if character == separator and not escaped:
            pieces.append(piece)
            piece = ""
        else:
            piece += character
        escaped = character == "\\" and not escaped
    return [unescape(one, old_syntax=old_syntax).strip() for one in [*pieces, piece]]


def one_line(text: str) -> str:
    """Runs of white space become one space."""
    return " ".join(text.split())


def date_text(text: str) -> str:
    """ "1985-04-12", "--04-12" without a year, anything else as written."""
    text = text.strip()
    if match := DATE.fullmatch(text):
        return "-".join(match.groups())
    if match := YEARLESS.fullmatch(text):
        return "--" + "-".join(match.groups())
    return text


def telephone(text: str) -> str:
    """A number as people write it, also from a `tel:` address (RFC 3966)."""
    text = one_line(text)
    if not text.lower().startswith("tel:"):
        return text
    extension = EXTENSION.search(text)
    number = text[4:].split(";")[0]
    return f"{number} ext. {extension[1]}" if extension else number


def email_address(text: str) -> str:
    """The address out of "Name <address>", "mailto:address?…", or as it stands."""
    text = one_line(text)
    if match := ANGLED.search(text):
        return match[1]
    if text.lower().startswith("mailto:"):
        return text[7:].split("?")[0]
    return text


def address_text(parts: Iterable[str]) -> str:
    """A postal address on lines as people write it: street, then place, then country."""
    box, extended, street, locality, region, postal_code, country = (*parts, *[""] * 7)[:7]
    place = " ".join(part for part in (locality, postal_code) if part)
    lines = [", ".join(part for part in (street, extended, box) if part)]
    lines += [", ".join(part for part in (place, region) if part), country]
    return "\n".join(line for line in lines if line)
