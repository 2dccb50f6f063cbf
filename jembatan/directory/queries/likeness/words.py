"""Whether two words are one name: how they sound, old spellings, short forms, slips of the pen."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from jembatan.directory.queries.likeness.spellings import (
    ARTICLES,
    NICKNAMES,
    OTHER_NAMES,
    SPELLINGS,
    old_spelling,
    sound,
    vague_sound,
)

SPELLED_OTHERWISE = 0.97
VAGUE = 5
"""Letters from which on o and u, e and i may stand for each other (Osama, Usamah); Roni and Runi are two."""
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEIGHBOURS = {
    frozenset((key, other))
    for at, row in enumerate(KEYS)
    for to, key in enumerate(row)
    for other in [*row[to + 1 : to + 2], *(KEYS[at + 1][max(to - 1, 0) : to + 1] if at < 2 else "")]
}


@lru_cache(maxsize=500_000)
def word_likeness(a: str, b: str) -> float:
    """Of two words: 1 one, below it the same name spelled in two ways, an initial, a slip of the pen; 0 two names."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.75 if a[0] == b[0] else 0.0
    if frozenset((a, b)) in OTHER_NAMES:
        return 0.4
    if is_same_name(a, b):
        return SPELLED_OTHERWISE
    if is_short_form(a, b):
        return 0.9
    kept_a, kept_b = SPELLINGS.get(a, a), SPELLINGS.get(b, b)
    if is_same_name(_without_article(kept_a), kept_b) or is_same_name(_without_article(kept_b), kept_a):
        return 0.9
    heard_a, heard_b = sound(kept_a), sound(kept_b)
    slip = max(_slip(a, b), _slip(kept_a, kept_b), _slip(heard_a, heard_b))
    return slip if heard_a[:1] == heard_b[:1] else slip * 0.8


def is_short_form(a: str, b: str) -> bool:
    """Bob is Robert."""
    kept_a, kept_b = SPELLINGS.get(a, a), SPELLINGS.get(b, b)
    return any(frozenset((one, other)) in NICKNAMES for one in {a, kept_a} for other in {b, kept_b})


@lru_cache(maxsize=200_000)
def heard(word: str) -> str:
    """The sound of a word in its usual spelling."""
    return sound(SPELLINGS.get(word, word))


def is_same_name(a: str, b: str) -> bool:
    """Whether two words are spellings of one name: Joesoef, Yusuf; Tjahjo, Cahyo; Wahju, Wahyu."""
    a, b = SPELLINGS.get(a, a), SPELLINGS.get(b, b)
    heard_a, heard_b = sound(a), sound(b)
    if a == b or heard_a == heard_b:
        return True
    if min(len(a), len(b)) < 4:
        return False
    if old_spelling(a) == heard_b or heard_a == old_spelling(b):
        return True
    return min(len(a), len(b)) >= VAGUE and vague_sound(a) == vague_sound(b)


def _slip(a: str, b: str) -> float:
    """How far a word may be off before it is another: once from six letters on, twice from eight on.

    In a shorter word only the key beside the right one counts as a slip: Bidi is Budi, Rani is not Roni.
    """
    length = max(len(a), len(b))
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance == 1:
        if _is_feminine(a, b):
            return 0.6
        if length >= 6:
            return 0.93
        return 0.85 if length >= 4 and _is_wrong_key(a, b) else 0.6 if length == 5 else 0.4
    return 0.85 if distance == 2 and length >= 8 else 0.0


def _is_feminine(a: str, b: str) -> bool:
    """Saputra and Saputri, Yanto and Yanti, Karim and Karima: the last vowel tells him from her."""
    short, long = sorted((a, b), key=len)
    if len(short) < len(long):
        return long[:-1] == short and long[-1] in "aei"
    return a[:-1] == b[:-1] and {a[-1], b[-1]} in ({"a", "i"}, {"o", "i"})


def _is_wrong_key(a: str, b: str) -> bool:
    if len(a) != len(b):
        return False
    wrong = [pair for pair in zip(a, b, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and frozenset(wrong[0]) in NEIGHBOURS and a[-1] == b[-1]


def _without_article(word: str) -> str:
    """Azzahra is Zahra, Almansoori is Mansoori."""
    return word[2:] if word[:2] in ARTICLES and len(word) >= 7 else word
