"""Plain text of a mail as markup: escaped, with its web addresses as links. What one reads is where one goes."""

import re

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\^{}]+", re.IGNORECASE)
AFTER = ".,;:!?*_~"
PAIRS = {")": "(", "]": "["}


def linked(text: str) -> SafeString:
    """Punctuation behind an address, and a bracket that it does not open itself, stay text."""
    pieces: list[str] = []
    end = 0
    for match in ADDRESS.finditer(text):
        address = _trimmed(match[0])
        pieces.append(conditional_escape(text[end : match.start()]))
        pieces.append(
            format_html('<a href="{0}" target="_blank" rel="noopener noreferrer nofollow">{0}</a>', address)
        )
        end = match.start() + len(address)
    pieces.append(conditional_escape(text[end:]))
    return mark_safe("".join(pieces))


def _trimmed(address: str) -> str:
    while address:
        last = address[-1]
        unopened = last in PAIRS and address.count(last) > address.count(PAIRS[last])
        if last not in AFTER and not unopened:
            return address
        address = address[:-1]
    return address
