"""Telephone numbers as tables hold them: several in a cell, and without their first sign."""

import re

SEPARATORS = re.compile(r"\s*(?:[;,\n|]|:::|/|\s(?:atau|dan|or|and|&)\s|\s{3,})\s*", re.IGNORECASE)
DIGIT = re.compile(r"\d")
FEWEST_DIGITS = 6


def split_numbers(cell: str) -> list[str]:
    """The numbers of a cell such as "021-5551234/5551235; 0812 3456 789 (Sari)"; a short piece stays with its number."""
    numbers: list[str] = []
    for piece, separator in _pieces(cell):
        if numbers and len(DIGIT.findall(piece)) < FEWEST_DIGITS:
            numbers[-1] = f"{numbers[-1]}{separator}{piece}".strip()
        elif piece:
            numbers.append(piece)
    return numbers


def _pieces(cell: str) -> list[tuple[str, str]]:
    """Each piece with the separator before it, as written."""
    pieces, start, before = [], 0, ""
    for match in SEPARATORS.finditer(cell):
        pieces.append((cell[start : match.start()].strip(), before))
        start, before = match.end(), match[0]
    return [*pieces, (cell[start:].strip(), before)]


def mend_number(number: str) -> str:
    """A spreadsheet eats the plus or the nought: "62812…" and "812…" are Indonesian mobile numbers."""
    digits = "".join(DIGIT.findall(number))
    if digits.startswith("62") and number[:1] == "6" and 11 <= len(digits) <= 14:
        return f"+{number}"
    return f"0{number}" if number[:1] == "8" and 9 <= len(digits) <= 12 else number
