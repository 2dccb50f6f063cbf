"""Which script a name is written in."""

import unicodedata

UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def is_latin(text: str) -> bool:
    """Whether all letters of the text are Latin ones."""
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())


def without_spaces(text: str) -> bool:
    """Whether a name like this is written family name first and without a space (Chinese, Japanese, Korean)."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(unicodedata.name(letter, "").startswith(UNSPACED) for letter in letters)
