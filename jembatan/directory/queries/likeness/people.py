"""Whether two names are one person's: titles and degrees aside, in any order, with initials and old spellings."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from jembatan.directory.formats.names import fold
from jembatan.directory.queries.likeness.spellings import CYRILLIC, GREEK, NICKNAMES, SPELLINGS
from jembatan.directory.queries.likeness.titles import DEGREES, HONORIFICS

DOTTED = re.compile(r"\b(?:[^\W\d_]{1,4}\.)+(?:[^\W\d_]{1,4}\b)?")
# Soewandi and Suwandi, Djoko and Joko, Tjahjo and Cahyo, Syarif and Sharif, Prasetyo and Prasetio sound the same.
SOUNDS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("nj", "n"), ("ny", "n"), ("sy", "s"), ("sh", "s"),
    ("sch", "s"), ("tch", "c"), ("ch", "c"), ("kh", "h"), ("th", "t"), ("dh", "d"), ("zh", "j"), ("ph", "f"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ey", "i"), ("ei", "i"),
    ("y", "i"), ("w", "v"), ("q", "k"), ("ck", "k"), ("x", "ks"), ("z", "s"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
TITLES = HONORIFICS | DEGREES
OTHERS = 0.1
"""What a word counts that only the longer name has: a middle name says little."""
ALONE = 0.45
"""The same where the shorter name is one word: half of all people share it."""


@lru_cache(maxsize=100_000)
def bare_name(name: str) -> tuple[str, ...]:
    """The words of a name without titles and degrees, folded: "Prof. Dr. Ir. H. Budi Santoso, M.Sc." is budi, santoso."""
    first, *rest = name.replace("，", ",").split(",")
    rest = [part for part in rest if not _is_all_degrees(part)]
    words = _words(" ".join([*rest, first]) if rest else first)
    return tuple(word for word in words if word not in TITLES) or tuple(words)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A word as it sounds: spellings that are one name have one sound."""
    for spelled, heard in SOUNDS:
        if spelled in word:
            word = word.replace(spelled, heard)
    return DOUBLED.sub(r"\1", word)


def person_likeness(a: str, b: str) -> float:
    """0 for two people, 1 for one, whatever stands before and after the name and in whichever order its words are."""
    return words_likeness(bare_name(a), bare_name(b))


def words_likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """`person_likeness` of bare names: the words of the shorter one have to be found in the longer one."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if "".join(a) == "".join(b):
        return 0.98
    if len(a) != len(b) and _is_one_slip(sound("".join(a)), sound("".join(b))):
        return 0.92
    pairs, missing, others = _align(shorter, longer)
    if not any(len(one) > 1 and len(other) > 1 for _likeness, one, other in pairs):
        return 0.0
    weights = [(likeness, _weight(one, other)) for likeness, one, other in pairs]
    found = sum(likeness * weight for likeness, weight in weights)
    whole = float(sum(weight for _likeness, weight in weights) + sum(map(len, missing)))
    whole += (ALONE if len(shorter) == 1 else OTHERS) * sum(map(len, others))
    return round(min(found / whole, 1.0), 4)


@lru_cache(maxsize=500_000)
def word_likeness(a: str, b: str) -> float:
    """Of two words: one, the same name spelled in two ways, an initial, a slip of the pen, or (0) two names."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.75 if a[0] == b[0] else 0.0
    a, b = SPELLINGS.get(a, a), SPELLINGS.get(b, b)
    heard_a, heard_b = sound(a), sound(b)
    if a == b or heard_a == heard_b:
        return 0.97
    if frozenset((a, b)) in NICKNAMES:
        return 0.9
    distance = min(OSA.distance(a, b, score_cutoff=2), OSA.distance(heard_a, heard_b, score_cutoff=2))
    slip = _slip(distance, max(len(a), len(b)))
    return slip if heard_a[0] == heard_b[0] else slip * 0.8


def _slip(distance: int, length: int) -> float:
    """How far a word may be off before it is another: not at all under six letters, twice from eight on."""
    if distance == 1:
        return 0.93 if length >= 6 else 0.6 if length == 5 else 0.4
    return 0.85 if distance == 2 and length >= 8 else 0.0


def _is_one_slip(a: str, b: str) -> bool:
    """Words run together: Abdul Rahman and Abdurrahman."""
    return min(len(a), len(b)) >= 8 and OSA.distance(a, b, score_cutoff=1) <= 1


def _align(
    shorter: tuple[str, ...], longer: tuple[str, ...]
) -> tuple[list[tuple[float, str, str]], list[str], list[str]]:
    """Each word with its best partner, best pairs first; then the words of either side that found none."""
    possible = sorted(
        (
            (word_likeness(one, other), at, to)
            for at, one in enumerate(shorter)
            for to, other in enumerate(longer)
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    left, right = set(range(len(shorter))), set(range(len(longer)))
    pairs = []
    for likeness, at, to in possible:
        if likeness and at in left and to in right:
            pairs.append((likeness, shorter[at], longer[to]))
            left.discard(at)
            right.discard(to)
    return pairs, [shorter[at] for at in left], [longer[to] for to in right]


def _weight(a: str, b: str) -> int:
    """An initial says little, a long word says no more than eight letters."""
    return 2 if min(len(a), len(b)) == 1 else min(max(len(a), len(b)), 8)


def _is_all_degrees(part: str) -> bool:
    words = _words(part)
    return (bool(words) and all(word in TITLES or len(word) == 1 for word in words)) or not words


def _words(text: str) -> list[str]:
    closed = DOTTED.sub(lambda dotted: _closed(dotted[0]), text)
    return fold(closed).translate(CYRILLIC).translate(GREEK).split()


def _closed(dotted: str) -> str:
    """ "M.Sc." is one word if it is a degree or a title; otherwise its letters are initials."""
    together = dotted.replace(".", "")
    if together.casefold() == "he":
        return "excellency "
    known = together.casefold() in TITLES
    return f"{together} " if known else dotted.replace(".", " ")
