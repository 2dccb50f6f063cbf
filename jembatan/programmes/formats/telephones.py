"""Telephone numbers of guests and drivers: callable, and known to WhatsApp, where they can be read at all."""

from jembatan.directory.formats.contact_values import international_number, readable_number
from jembatan.directory.formats.phone import DIGIT, mend_number, split_numbers


def read_number(text: str, region: str) -> str:
    """E.164 of the first number; what cannot be read, or has an extension, stays as it was written."""
    first = mend_number(next(iter(split_numbers(text)), text))
    number = international_number(first, region=region)
    is_whole = number and DIGIT.findall(readable_number(first, region=region)) == DIGIT.findall(number)
    return number if is_whole else text


def is_one_number(text: str) -> bool:
    """Whether nothing is lost of what somebody wrote when the first number is read."""
    return len(split_numbers(text)) < 2
