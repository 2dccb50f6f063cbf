"""Whether two names are one organisation's: legal forms aside, in Indonesian or English, in full or by initials."""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from jembatan.directory.formats.names import fold
from jembatan.directory.queries.likeness.known_bodies import KNOWN_BODIES, SHORT_NAMES
from jembatan.directory.queries.likeness.legal_forms import LEGAL, LEGAL_FORMS, LOOK_ALIKE, UNSPACED_FORMS
from jembatan.directory.queries.likeness.office_words import PHRASES, SAME_WORDS

OF_THE_STATE = re.compile(r"(?<=\w\w )(?:(?:of )?(?:the )?(?:republik indonesia|republic of indonesia)|ri)$")
STATE = re.compile(r"\b(?:federal republic|republic|kingdom|sultanate|grand duchy) of (?:the )?")
NUMERALS = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
}
NUMBERED = 0.6
"""What is left of a likeness when both names bear a number, and not the same: Kodam II and Kodam III."""
BRACKETED = re.compile(r"\(([^()]*)\)")
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
SLIPS = 8
LONG_WORDS = [word for word in SAME_WORDS if len(word) >= SLIPS]
OFFICES = {*SAME_WORDS, *SAME_WORDS.values()}
PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b")
KNOWN = {name: line.split("|")[0] for line in KNOWN_BODIES for name in line.split("|")}


@lru_cache(maxsize=100_000)
def organisation_words(name: str) -> tuple[str, ...]:
    """The words that tell an organisation: without legal form, each in one of its languages, short names in full."""
    outside = BRACKETED.sub(" ", name) if fold(BRACKETED.sub(" ", name)) else name
    folded = _folded(outside)
    bare = " ".join(word for word in folded.split() if word not in LEGAL_FORMS)
    folded = KNOWN.get(bare) or KNOWN.get(OF_THE_STATE.sub("", bare).strip()) or folded
    words: list[str] = []
    for word in OF_THE_STATE.sub("", folded).split():
        words += SHORT_NAMES[word].split() if word in SHORT_NAMES else [word]
    phrased = STATE.sub("", PHRASE.sub(lambda found: PHRASES[found[0]], " ".join(words))).split()
    kept = [_usual(word) for word in phrased if word not in LEGAL]
    return tuple(dict.fromkeys(kept)) or tuple(words)


@lru_cache(maxsize=100_000)
def _usual(word: str) -> str:
    """The one word kept for a word of offices, one slip of the pen forgiven: "universtas" is a university."""
    word = NUMERALS.get(word, word)
    if word in SAME_WORDS or len(word) < SLIPS:
        return SAME_WORDS.get(word, word)
    close = process.extractOne(word, LONG_WORDS, scorer=OSA.distance, score_cutoff=1)
    return SAME_WORDS[close[0]] if close else word


def organisation_key(name: str) -> str:
    """Two names with one key are one organisation: its words in order of the alphabet."""
    return " ".join(sorted(organisation_words(name)))


def organisation_likeness(a: str, b: str) -> float:
    """0 for two organisations, 1 for one."""
    words_a, words_b = organisation_words(a), organisation_words(b)
    if not words_a or not words_b:
        return 0.0
    if sorted(words_a) == sorted(words_b):
        return 1.0
    if _is_short_for(a, b) or _is_short_for(b, a):
        return 0.92
    score = _overlap(*sorted((words_a, words_b)))
    numbers_a, numbers_b = _numbers(words_a), _numbers(words_b)
    return round(score * NUMBERED if numbers_a and numbers_b and numbers_a != numbers_b else score, 4)


def _numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word.isdecimal()}


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Found letters over all letters; a word that only one of them has tells two bodies of one ministry apart."""
    left = list(b)
    found = 0.0
    for word in a:
        best = max(left, key=lambda other: _word(word, other), default="")
        if best and (likeness := _word(word, best)):
            found += likeness * (len(word) + len(best))
            left.remove(best)
    whole = sum(map(len, a)) + sum(map(len, b))
    together = fuzz.ratio("".join(sorted(a)), "".join(sorted(b))) / 100 if len(a) == len(b) == 1 else 0.0
    return max(found / whole, together if together > 0.9 else 0.0)


def _word(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if a in LOOK_ALIKE and b in LOOK_ALIKE:
        return 0.0
    longest = max(len(a), len(b))
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance == 1 and longest >= 6:
        return 0.93
    if distance == 2 and longest >= 9:
        return 0.85
    short, long = sorted((a, b), key=len)
    return 0.85 if len(short) >= 4 and long.startswith(short) else 0.0


def _is_short_for(short: str, full: str) -> bool:
    """Initials of the full name, with or without its small words and legal form; or what stands in its brackets."""
    given = OF_THE_STATE.sub("", _folded(BRACKETED.sub(" ", short))).split()
    given = [word for word in given if word not in LEGAL_FORMS] or given
    letters = "".join(given)
    if any(letters == "".join(fold(inner).split()) for inner in BRACKETED.findall(full) if letters):
        return True
    if not 2 <= len(letters) <= 8 or (len(given) > 1 and len(letters) > len(given)):
        return False
    folded = _folded(BRACKETED.sub(" ", full))
    return any(
        letters in _initials(words) for words in (folded.split(), OF_THE_STATE.sub("", folded).split())
    )


def _initials(words: list[str]) -> set[str]:
    if len(words) < 2:
        return set()
    formless = [word for word in words if word not in LEGAL_FORMS]
    telling = [word for word in words if word not in LEGAL]
    return {"".join(word[0] for word in kept) for kept in (words, formless, telling) if len(kept) > 1}


def _folded(name: str) -> str:
    """`fold`, dotted initials closed up ("U.S.", "P.T.") and legal forms that are written without a space cut off."""
    spaced = UNSPACED_FORMS.sub(" ", name)
    return fold(DOTTED.sub(lambda dotted: dotted[0].replace(".", "") + " ", spaced if fold(spaced) else name))


def looks_like_organisation(name: str) -> bool:
    """Whether a name has a legal form or a word that only offices have."""
    words = fold(name).split()
    return bool(set(words) & LEGAL_FORMS) or any(word in SHORT_NAMES or word in OFFICES for word in words)
