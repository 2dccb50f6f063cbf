"""Text that XML can hold: Word files and spreadsheets refuse control characters that mail is full of."""

import re

LONGEST_PROPERTY = 255
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 (section 2.2) does not allow."""
    return FORBIDDEN.sub("", text)


def property_text(text: str) -> str:
    """As a property of an Office file, which ends at 255 characters."""
    whole = xml_text(text)
    return whole if len(whole) <= LONGEST_PROPERTY else f"{whole[: LONGEST_PROPERTY - 1]}…"
