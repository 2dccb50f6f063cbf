"""Names as letters: what makes two spellings one, how a name sorts, and what of it is searched.

A name is never split automatically (UX.md "Names"): only a name order that a person has chosen moves a word.
"""

import unicodedata
from collections.abc import Iterable

FOLDED_LENGTH = 400
SORT_KEY_LENGTH = 300
# Vowels of Thai, Burmese or Devanagari are combining marks too, and are part of the word: only these are accents.
ACCENTS = ((0x0300, 0x036F), (0x064B, 0x065F), (0x0591, 0x05C7), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF))
APOSTROPHES = frozenset("'’‘ʼʻʹ`´′＇")
STROKED = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
)
ASCII_SIGNS = {
    point: None if chr(point) in APOSTROPHES else " " for point in range(128) if not chr(point).isalnum()
}


def fold(text: str) -> str:
    """Lower case, accents and punctuation out, one space between words: "Đỗ  Thị-Hà" is "do thi ha".

    An apostrophe closes up ("Ma'ruf" is "maruf"), every other sign parts words. Scripts without accents are kept whole;
    compatibility forms (full width, ligatures) become their plain letters. Folding a folded text changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().translate(ASCII_SIGNS).split())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(_letter(character) for character in decomposed).translate(STROKED)
    return " ".join(unicodedata.normalize("NFC", letters).split())


def name_folded(name: str) -> str:
    """`fold` of a name, cut to its column; a name of signs alone ("???") folds to itself, so that none is empty."""
    return (fold(name) or " ".join(name.casefold().split()))[:FOLDED_LENGTH]


def sort_key(
    full_name: str, *, name_order: str = "as_written", romanised_name: str = "", sort_as: str = ""
) -> str:
    """Where a person stands in a list: by `sort_as` where someone said so (RFC 6350 5.9), else by the name's own order.

    A romanised name sorts in place of one in another script. Only `family_last` moves a word, the last one; Spanish
    double surnames and the like say `sort_as`.
    """
    folded = name_folded(sort_as or romanised_name or full_name)
    if name_order == "family_last" and folded and not sort_as:
        *given, family = folded.split()
        folded = " ".join((family, *given))
    return folded[:SORT_KEY_LENGTH]


def search_text(names: Iterable[str]) -> str:
    """Every name that the party goes by, folded, each once, after a leading space (so " ali" finds a word's beginning)."""
    return "".join(f" {name}" for name in dict.fromkeys(fold(name) for name in names) if name)


def _letter(character: str) -> str:
    if character in APOSTROPHES or _is_accent(character):
        return ""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return character if category[0] in "LMN" else " "


def _is_accent(character: str) -> bool:
    point = ord(character)
    return any(first <= point <= last for first, last in ACCENTS)
