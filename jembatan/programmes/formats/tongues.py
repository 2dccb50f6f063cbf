"""Languages as people write them in a cell: "Inggris (C1), Jepang N2; Mandrin", in Indonesian or English, right or nearly so.

Levels are those of the Common European Framework; words for them ("fasih", "basic") are read as the level they usually mean.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from jembatan.directory.formats.names import fold
from jembatan.directory.formats.places import language_code, languages

PARTS = re.compile(r"[,;/|\n+&]|\s(?:dan|and|serta)\s", re.IGNORECASE)
LEVEL = re.compile(r"\b([ABC])\s?-?\s?([12])\b", re.IGNORECASE)
AROUND = re.compile(r"[()\[\]:=.–—-]+")
FILLING = re.compile(r"\b(?:bahasa|bhs|b|language|lang|level|tingkat|cefr)\b", re.IGNORECASE)
LIKE, CLEAR_LEAD = 78.0, 8.0
"""Of a hundred: how much a word must resemble a language's name, and how much less it must resemble another's."""
LONGEST = 400
LEVEL_UNSAID = "B1"
"""What is taken where no level is written."""

WORDS_OF_LEVEL = {
    "C2": "native|penutur asli|penutur jati|bahasa ibu|mother tongue|ibu",
    "C1": "fluent|fasih|lancar|sangat baik|excellent|advanced|mahir",
    "B2": "good|baik|upper intermediate",
    "B1": "fair|cukup|menengah|intermediate|sedang|conversational",
    "A2": "basic|dasar|elementary|pasif|passive|sedikit",
    "A1": "beginner|pemula|a little",
}
LEVEL_BY_WORD = {word: level for level, words in WORDS_OF_LEVEL.items() for word in words.split("|")}
ALSO_CALLED = {
    "zh": "mandarin|tionghoa|cina|putonghua|zhongwen",
    "id": "indonesia|indonesian",
    "ms": "melayu|malaysia",
    "fa": "farsi|parsi",
    "fil": "tagalog|pilipino",
    "fr": "perancis|francais",
    "es": "castellano|espanol",
    "de": "deutsch",
    "ja": "nihongo",
    "ko": "hangul|korea selatan",
    "tet": "tetun",
    "my": "myanmar",
    "lo": "lao",
    "km": "kamboja|cambodian",
    "nl": "dutch",
}
COMMON = frozenset(
    [
        "id",
        "en",
        "ar",
        "zh",
        "ja",
        "ko",
        "th",
        "vi",
        "ms",
        "fil",
        "tet",
        "my",
        "lo",
        "km",
        "fr",
        "es",
        "pt",
        "de",
        "nl",
        "it",
        "ru",
        "fa",
        "hi",
        "ur",
        "bn",
        "ta",
        "te",
        "ne",
        "si",
        "tr",
        "el",
        "pl",
        "uk",
        "cs",
        "hu",
        "ro",
        "sv",
        "da",
        "no",
        "fi",
        "he",
        "mn",
        "kk",
        "ky",
        "uz",
        "tg",
        "tk",
        "ps",
        "ku",
        "hy",
        "ka",
        "az",
        "dz",
        "dv",
        "jv",
        "su",
        "sw",
    ]
)
"""Among these a misspelt name is looked for; any language is understood when it is written as it should be."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language by its code, the level as far as it is said, and what was written where it had to be guessed."""

    code: str
    level: str = ""
    guessed_from: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """What was written and may be any language; codes of those that it resembles, the most alike first."""

    written: str
    like: tuple[str, ...] = ()


def read_tongues(cell: str) -> list[Tongue | Unclear]:
    """Every language that the cell names, each once. Never raises."""
    found: dict[str, Tongue | Unclear] = {}
    for part in PARTS.split(cell[:LONGEST]):
        if read := _read(part):
            key = read.code if isinstance(read, Tongue) else read.written
            earlier = found.get(key)
            if not (isinstance(earlier, Tongue) and earlier.level):
                found[key] = read
    return list(found.values())


def named_language(text: str) -> tuple[str | None, tuple[str, ...]]:
    """For people who can look once more: the code of one language that is spelt right; else None, and codes of those that may be meant."""
    read = read_tongues(text)
    if len(read) != 1:
        return None, ()
    (one,) = read
    if not isinstance(one, Tongue):
        return None, one.like
    return (None, (one.code,)) if one.guessed_from else (one.code, ())


def read_level(cell: str) -> str:
    """A level of the framework, written as such or in words; "" for any other text."""
    if written := LEVEL.search(cell):
        return f"{written[1]}{written[2]}".upper()
    return LEVEL_BY_WORD.get(fold(cell), "")


@lru_cache(maxsize=2048)
def _read(part: str) -> Tongue | Unclear | None:
    level, name = _parted(part)
    if not any(map(str.isalpha, name)):
        return None
    code = _named(name)
    if code:
        return Tongue(code, level)
    scores = _likeness(fold(name))
    if scores and scores[0][1] >= LIKE and (len(scores) == 1 or scores[0][1] - scores[1][1] >= CLEAR_LEAD):
        return Tongue(scores[0][0], level, guessed_from=name)
    return Unclear(name, tuple(code for code, _score in scores[:2]))


def _parted(part: str) -> tuple[str, str]:
    """The level and what is left of the text."""
    text = " ".join(part.split())
    level = ""
    if written := LEVEL.search(text):
        level = f"{written[1]}{written[2]}".upper()
        text = f"{text[: written.start()]} {text[written.end() :]}"
    text = " ".join(AROUND.sub(" ", text).split())
    if not level:
        for word, meant in LEVEL_BY_WORD.items():
            said = re.search(rf"(?<=\s)\(?{word}\)?$", text, re.IGNORECASE)
            if said:
                return meant, _bare(text[: said.start()])
    return level, _bare(text)


def _bare(text: str) -> str:
    without = " ".join(FILLING.sub(" ", text).split())
    return without or text


def _named(name: str) -> str:
    """By its name or code; a code of three letters that names a rare language is rather a name cut short."""
    folded = fold(name)
    if known := _names().get(folded):
        return known
    code = language_code(name)
    return code if code and (len(name) != 3 or code in COMMON) else ""


@cache
def _names() -> dict[str, str]:
    names = {fold(name): code for code, words in ALSO_CALLED.items() for name in words.split("|")}
    for spoken in ("id", "en"):
        for code, name in languages(spoken).items():
            if code in COMMON:
                names.setdefault(fold(name), code)
    return names


def _likeness(folded: str) -> list[tuple[str, float]]:
    """Codes by how much one of their names resembles the word, the most alike first."""
    best: dict[str, float] = {}
    for name, score, _at in process.extract(folded, _names().keys(), scorer=fuzz.ratio, limit=8):
        code = _names()[name]
        best[code] = max(best.get(code, 0.0), score)
    return sorted(((code, score) for code, score in best.items() if score >= 50), key=lambda each: -each[1])
