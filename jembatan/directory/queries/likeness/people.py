"""Whether two names are one person's: titles and degrees aside, in any order, with initials and old spellings."""

import re
from functools import lru_cache

from jembatan.directory.formats.names import fold
from jembatan.directory.queries.likeness.alignment import Alignment, align, joined
from jembatan.directory.queries.likeness.spellings import CYRILLIC, GREEK, PARTICLES, UMLAUTS
from jembatan.directory.queries.likeness.titles import DEGREES, HONORIFICS

DOTTED = re.compile(r"\b(?:[^\W\d_]{1,4}\.)+(?:[^\W\d_]{1,4}\b)?")
TWO_INITIALS = re.compile(r"\b(?![^AEIOU][AEIOU]\b|NG\b|II\b|IV\b)([A-Z])([A-Z])\b")
TITLES = HONORIFICS | DEGREES
OTHERS = 0.1
"""What a word counts that only the longer name has: a middle name says little."""
ALONE = 0.45
"""The same where the shorter name is one word: half of all people share it."""
INITIAL = 2
ALIKE = 0.85
REARRANGED = 0.85
"""Susilo Bambang Yudhoyono is not Bambang Susilo."""
COMMON = frozenset(
    [
        "muhammad", "ahmad", "abdul", "siti", "sri", "nur", "dewi", "maria", "made", "wayan",
        "nyoman", "ketut", "putu", "agus", "nguyen", "van", "thi", "kim", "lee",
    ]
)  # fmt: skip


@lru_cache(maxsize=100_000)
def bare_name(name: str) -> tuple[str, ...]:
    """The words of a name without titles and degrees, folded: "Prof. Dr. Ir. H. Budi Santoso, M.Sc." is budi, santoso."""
    first, *rest = name.replace("，", ",").split(",")
    rest = [part for part in rest if not _is_all_degrees(part)]
    words = _words(" ".join([*rest, first]) if rest else first)
    return tuple(word for word in words if word not in TITLES) or tuple(words)


def person_likeness(a: str, b: str) -> float:
    """0 for two people, 1 for one, whatever stands before and after the name and in whichever order its words are."""
    return words_likeness(bare_name(a), bare_name(b))


def words_likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """`person_likeness` of bare names: the words of the shorter one have to be found in the longer one."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if "".join(a) == "".join(b):
        return 0.98
    a, b = _without_particles(a), _without_particles(b)
    a, b = joined(a, b), joined(b, a)
    shorter, longer = sorted((a, b), key=lambda words: (len(words), words))
    return _score(align(shorter, longer), is_one_word=len(shorter) == 1)


def _score(found: Alignment, *, is_one_word: bool) -> float:
    if not any(len(one) > 1 and len(other) > 1 for _likeness, one, other in found.pairs):
        return 0.0
    weights = [(likeness, _weight(one, other, likeness)) for likeness, one, other in found.pairs]
    sure = sum(likeness * weight for likeness, weight in weights)
    conflicts = len(found.missing)
    others = sorted((_weight(word, word) for word in found.others), reverse=True)
    whole = float(sum(weight for _likeness, weight in weights))
    whole += max(sum(_weight(word, word) for word in found.missing), sum(others[:conflicts]))
    whole += sum((ALONE if is_one_word and word > INITIAL else OTHERS) * word for word in others[conflicts:])
    score = min(sure / whole, 1.0)
    return round(score * REARRANGED if found.is_rearranged else score, 4)


def _weight(a: str, b: str, likeness: float = 1.0) -> int:
    """An initial or a name that half a country bears says little, unless the two differ; no word says more than eight letters."""
    if min(len(a), len(b)) == 1:
        return INITIAL
    return 3 if likeness > ALIKE and (a in COMMON or b in COMMON) else min(max(len(a), len(b)), 8)


def _without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(word for word in words if word not in PARTICLES)
    return kept if len(kept) > 1 else words


def _is_all_degrees(part: str) -> bool:
    words = _words(part)
    return (bool(words) and all(word in TITLES or len(word) == 1 for word in words)) or not words


def _words(text: str) -> list[str]:
    closed = DOTTED.sub(lambda dotted: _closed(dotted[0]), text)
    if not closed.isupper():
        closed = TWO_INITIALS.sub(r"\1 \2", closed)
    return fold(closed.translate(UMLAUTS)).translate(CYRILLIC).translate(GREEK).split()


def _closed(dotted: str) -> str:
    """ "M.Sc." is one word if it is a degree or a title; otherwise its letters are initials."""
    together = dotted.replace(".", "")
    if together.casefold() == "he":
        return "excellency "
    known = together.casefold() in TITLES
    return f"{together} " if known else dotted.replace(".", " ")
