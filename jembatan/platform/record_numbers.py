"""The numbers of records, as addresses, forms and the marks between pages carry them."""

DIGITS = 18


def record_number(text: str) -> int | None:
    """The number that the text is; None for anything else, and for more digits than a record's number can have.

    What `str.isdigit` lets through ("²") is no number to `int`, and neither are thousands of digits.
    """
    is_number = text.isascii() and text.isdecimal() and len(text) <= DIGITS
    return int(text) if is_number else None
