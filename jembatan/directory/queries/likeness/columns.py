"""What is compared of two records: columns of one kind each, and how far two values of a kind agree."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from jembatan.directory.queries.likeness import SAME
from jembatan.directory.queries.likeness.organisations import organisation_likeness
from jembatan.directory.queries.likeness.words import heard, is_short_form, word_likeness

Value = tuple[str, ...]
"""What one record has in one column; () is nothing. Names: their words. Organisations: key and name. Else: any texts."""


class Level(IntEnum):
    """How far two values agree."""

    DIFFERENT = 0
    EXACT = 1
    CLOSE = 2
    JUMBLED = 3
    INITIAL = 4


class Kind(Enum):
    """What a column holds, hence how its values are compared."""

    NAME = "name"
    PARTS = "parts of a name"
    ORGANISATION = "organisation"
    EMAIL = "e-mail"
    NUMBER = "telephone"
    DATE = "date"
    CODE = "code"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of all records. `is_shared`: colleagues have it in common, so that it says nothing of strangers."""

    kind: Kind
    values: list[Value]
    is_shared: bool = True


@lru_cache(maxsize=300_000)
def word_level(a: str, b: str) -> Level:
    """Of two words of names; letters of a short word in another order are no agreement."""
    if a == b:
        return Level.EXACT
    if len(a) == 1 or len(b) == 1:
        return Level.INITIAL if a[0] == b[0] else Level.DIFFERENT
    if not fuzz.ratio(heard(a), heard(b), score_cutoff=50):
        return Level.CLOSE if is_short_form(a, b) else Level.DIFFERENT
    if word_likeness(a, b) >= SAME or (min(len(a), len(b)) >= 4 and OSA.distance(a, b, score_cutoff=1) == 1):
        return Level.CLOSE
    return Level.JUMBLED if min(len(a), len(b)) >= 3 and _shared_letters(a, b) >= 75 else Level.DIFFERENT


def level_of(kind: Kind, a: Value, b: Value) -> tuple[Level, str]:
    """The best agreement between any of the values of one side and any of the other, and the value when it is exact."""
    for one in a:
        if one in b:
            return Level.EXACT, one
    if kind == Kind.ORGANISATION:
        return _organisation(a, b), ""
    return min((LEVEL_OF[kind](one, other) for one in a for other in b), key=CLOSENESS.__getitem__), ""


CLOSENESS = {Level.EXACT: 0, Level.CLOSE: 1, Level.JUMBLED: 2, Level.INITIAL: 3, Level.DIFFERENT: 4}


def _email(a: str, b: str) -> Level:
    """Addresses are made of names, so namesakes have similar ones: the domain and the digits have to agree too."""
    if _digits(a) != _digits(b):
        return Level.DIFFERENT
    is_one_domain = fuzz.ratio(a.rpartition("@")[2], b.rpartition("@")[2]) >= 70
    if fuzz.ratio(a, b) >= (84 if is_one_domain else 92):
        return Level.CLOSE
    return Level.JUMBLED if _shared_letters(a, b) >= (84 if is_one_domain else 90) else Level.DIFFERENT


@lru_cache(maxsize=200_000)
def _digits(text: str) -> str:
    return "".join(sorted(filter(str.isdigit, text)))


def _code(a: str, b: str) -> Level:
    off = OSA.distance(a, b, score_cutoff=2)
    if off == 1 and min(len(a), len(b)) >= 3:
        return Level.CLOSE
    return Level.JUMBLED if off == 2 and min(len(a), len(b)) >= 6 else Level.DIFFERENT


def _date(a: str, b: str) -> Level:
    """Close: one digit, two changed digits, or day and month the other way round. Jumbled: within a year."""
    if OSA.distance(a, b, score_cutoff=1) <= 1 or (a[:4] == b[:4] and a[4:6] == b[6:] and a[6:] == b[4:6]):
        return Level.CLOSE
    days = _day(a), _day(b)
    near = days[0] and days[1] and abs(days[0] - days[1]) <= 366
    return Level.JUMBLED if near or OSA.distance(a, b, score_cutoff=2) <= 2 else Level.DIFFERENT


@lru_cache(maxsize=100_000)
def _day(text: str) -> int:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8])).toordinal()
    except ValueError:
        return 0


def _text(a: str, b: str) -> Level:
    if fuzz.ratio(a, b, score_cutoff=80) or (
        min(len(a), len(b)) >= 4 and (a.startswith(b) or b.startswith(a))
    ):
        return Level.CLOSE
    return Level.JUMBLED if min(len(a), len(b)) >= 4 and _shared_letters(a, b) >= 80 else Level.DIFFERENT


def _organisation(a: Value, b: Value) -> Level:
    (key_a, name_a), (key_b, name_b) = a, b
    if not fuzz.ratio(key_a, key_b, score_cutoff=55) and " " in name_a and " " in name_b:
        return Level.DIFFERENT
    return Level.CLOSE if organisation_likeness(name_a, name_b) >= SAME else Level.DIFFERENT


def _shared_letters(a: str, b: str) -> float:
    """Of 100 letters, how many both have, in whichever order."""
    return fuzz.ratio(_sorted(a), _sorted(b))


@lru_cache(maxsize=200_000)
def _sorted(text: str) -> str:
    return "".join(sorted(text))


LEVEL_OF: dict[Kind, Callable[[str, str], Level]] = {
    Kind.EMAIL: _email,
    Kind.NUMBER: _code,
    Kind.DATE: _date,
    Kind.CODE: _code,
    Kind.TEXT: _text,
}
