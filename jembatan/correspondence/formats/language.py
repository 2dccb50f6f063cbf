"""The language of a text, as a soft choice: it decides the search dictionary and what is offered for translation."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

READ = 600
READ_BY_MODEL = 200
SHORTEST = 12
MALAY = "ms"
SMALL_WORDS = {
    "id": """yang dan di ke dari untuk dengan pada ini itu atau kami kita saya anda akan telah sudah tidak juga dapat oleh
        sebagai dalam adalah bahwa kepada mohon terima kasih bapak ibu agar serta tersebut bisa ada karena atas hal belum""",
    "en": """the and of to in is for that you we with on this be are as at will have our from your please not it by would can
        i was has an if or but they which there been their do about""",
}
FUNCTION_WORDS = {code: frozenset(words.split()) for code, words in SMALL_WORDS.items()}
WORDS = re.compile(r"[a-z]+")
SURE_COUNT = 3


def language_of(text: str) -> str:
    """ISO 639-1 code, or "" for too little text. Malay counts as Indonesian: the two cannot be told apart in a mail."""
    beginning = text[:READ]
    if sum(map(str.isalpha, beginning[:200])) < SHORTEST:
        return ""
    return _by_function_words(beginning) or _by_model(beginning[:READ_BY_MODEL])


def _by_function_words(text: str) -> str:
    """English or Indonesian where its small words are frequent and the other's absent: most mail, without the model."""
    words = WORDS.findall(text.lower())
    counts = {code: sum(map(small.__contains__, words)) for code, small in FUNCTION_WORDS.items()}
    best, other = sorted(counts, key=counts.__getitem__, reverse=True)
    sure = counts[best] >= max(SURE_COUNT, len(words) * 0.1) and counts[other] * 4 <= counts[best]
    return best if sure else ""


def _by_model(text: str) -> str:
    found = _detector().detect_language_of(text)
    code = found.iso_code_639_1.name.lower() if found else ""
    return "id" if code == MALAY else code


@cache
def _detector() -> "LanguageDetector":
    """Loaded when the first unclear text comes: 150 MB."""
    from lingua import Language, LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_languages(
        Language.INDONESIAN,
        Language.MALAY,
        Language.ENGLISH,
        Language.DUTCH,
        Language.FRENCH,
        Language.GERMAN,
        Language.JAPANESE,
        Language.CHINESE,
        Language.ARABIC,
    ).build()
