"""Languages and their levels as people type them, misspelt or not, in Indonesian or English: "Inggris (C1), Jepnag B2"."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from jembatan.directory.formats.names import fold
from jembatan.directory.formats.places import language_code, languages

LEVEL = re.compile(r"\b([ABC][12])\b", re.IGNORECASE)
SEPARATOR = re.compile(r"[,;/\n|]|\s(?:dan|and|&)\s", re.IGNORECASE)
NOISE = re.compile(r"\b(?:bahasa|language|lang|level|tingkat|tested|teruji)\b|[():=\-\u2013]+", re.IGNORECASE)
MOTHER_TONGUE = re.compile(
    r"\b(?:native|mother tongue|penutur asli|bahasa ibu|asli|fasih|fluent)\b", re.IGNORECASE
)
OFTEN_MEANT = {
    "mandarin": "zh",
    "tionghoa": "zh",
    "china": "zh",
    "cina": "zh",
    "farsi": "fa",
    "filipino": "fil",
}
COMMON = [
    "ar",
    "bn",
    "de",
    "en",
    "es",
    "fa",
    "fil",
    "fr",
    "hi",
    "id",
    "it",
    "ja",
    "km",
    "ko",
    "lo",
    "mn",
    "ms",
    "my",
    "ne",
    "nl",
    "pt",
    "ru",
    "si",
    "ta",
    "th",
    "tr",
    "ur",
    "uz",
    "vi",
    "zh",
    "kk",
    "ky",
    "tg",
    "tk",
    "pl",
    "uk",
]
"""Where a misspelling could be several, these are guessed among: what delegations of Asia, Europe and America speak."""
LEAST_LIKE, LEAST_AHEAD = 72.0, 7.0
FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Guess:
    """`code` is "" where nothing fits or several do; `exact` says that it was spelt right; `near` are codes to offer, best first."""

    code: str
    exact: bool
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """One language of a cell. `level` is "" where none was written."""

    written: str
    guess: Guess
    level: str


def guess_language(text: str) -> Guess:
    """What language a word means."""
    wanted = fold(text)
    if not wanted:
        return Guess("", exact=False)
    if code := OFTEN_MEANT.get(wanted) or language_code(text):
        return Guess(code, exact=True)
    if len(wanted) < FEWEST_LETTERS:
        return Guess("", exact=False)
    best: dict[str, float] = {}
    for name, likeness, _index in process.extract(
        wanted, _names().keys(), scorer=fuzz.ratio, limit=6, score_cutoff=LEAST_LIKE
    ):
        code = _names()[name]
        best[code] = max(likeness, best.get(code, 0))
    near = sorted(best, key=lambda code: -best[code])
    clear = near and (len(near) == 1 or best[near[0]] - best[near[1]] >= LEAST_AHEAD)
    return Guess(near[0] if clear else "", exact=False, near=tuple(near[:3]))


def read_languages(cell: str) -> list[Spoken]:
    """Those of a cell, in its order."""
    found = []
    for piece in SEPARATOR.split(cell.replace("\x00", "")):
        level = LEVEL.search(piece)
        words = LEVEL.sub(" ", piece)
        native = MOTHER_TONGUE.search(words)
        name = " ".join(NOISE.sub(" ", MOTHER_TONGUE.sub(" ", words)).split())
        if name:
            said = level[1].upper() if level else "C2" if native else ""
            found.append(Spoken(name[:100], guess_language(name[:100]), said))
    return found


@cache
def _names() -> dict[str, str]:
    """Folded names of the common languages in both languages of the interface."""
    named = {fold(languages(spoken)[code]): code for spoken in ("en", "id") for code in COMMON}
    return named | OFTEN_MEANT
