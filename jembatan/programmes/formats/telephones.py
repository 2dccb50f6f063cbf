"""Telephone numbers of guests and drivers: callable, and known to WhatsApp, where they can be read at all."""

from jembatan.directory.formats.contact_values import international_number
from jembatan.directory.formats.phone import mend_number, split_numbers


def read_number(text: str, region: str) -> str:
    """E.164 of the first number; what cannot be read stays as it was written."""
    first = next(iter(split_numbers(text)), text)
    return international_number(mend_number(first), region=region) or text
