"""Reading figures, dates and questions out of sentences, in Indonesian and English."""

import re
from typing import NamedTuple

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\"“])|\n+")
WORD = re.compile(r"[^\W\d_]{3,}")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januari jan",
            "february februari feb",
            "march maret mar",
            "april apr",
            "may mei",
            "june juni jun",
            "july juli jul",
            "august agustus aug agu",
            "september sep sept",
            "october oktober oct okt",
            "november nov",
            "december desember dec des",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = re.compile(rf"\b(\d{{1,2}})\.?\s+({_MONTH})\b|\b({_MONTH})\s+(\d{{1,2}})\b(?!\d)", re.IGNORECASE)
CURRENCIES = {
    "rp": "idr",
    "idr": "idr",
    "usd": "usd",
    "us$": "usd",
    "$": "usd",
    "eur": "eur",
    "€": "eur",
    "sgd": "sgd",
}
FIGURE = re.compile(
    r"(?<![\w./-])(?:(rp|idr|usd|us\$|\$|eur|€|sgd)\.?\s*)?(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)"
    r"(?:\s*(ribu|juta|miliar|triliun|thousand|million|billion|trillion))?(?:\s*(%|[^\W\d_]+))?(?![\w/-]*\d)",
    re.IGNORECASE,
)
SCALES = {
    "ribu": 3, "thousand": 3, "juta": 6, "million": 6, "miliar": 9, "billion": 9, "triliun": 12, "trillion": 12
}  # fmt: skip
EMPTY = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "from",
        "will",
        "have",
        "has",
        "are",
        "was",
        "were",
        "our",
        "your",
        "their",
        "you",
        "they",
        "its",
        "not",
        "but",
        "can",
        "could",
        "would",
        "should",
        "shall",
        "may",
        "might",
        "been",
        "about",
        "into",
        "than",
        "then",
        "there",
        "here",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "how",
        "why",
        "also",
        "only",
        "very",
        "please",
        "kindly",
        "yang",
        "dan",
        "untuk",
        "dengan",
        "dari",
        "akan",
        "ini",
        "itu",
        "pada",
        "ada",
        "adalah",
        "kami",
        "kita",
        "anda",
        "saya",
        "bapak",
        "ibu",
        "saudara",
        "tidak",
        "bukan",
        "juga",
        "dapat",
        "bisa",
        "oleh",
        "sebagai",
        "dalam",
        "telah",
        "sudah",
        "atau",
        "agar",
        "supaya",
        "maka",
        "karena",
        "jika",
        "bila",
        "apakah",
        "mohon",
        "harap",
        "terima",
        "kasih",
        "hormat",
        "yth",
        "salam",
        "kepada",
        "tersebut",
        "bahwa",
        "serta",
        "para",
        "hal",
        "regards",
        "dear",
        "sir",
        "madam",
        "thank",
        "thanks",
        "best",
        "yours",
        "sincerely",
        "faithfully",
    ]
)


class Told(NamedTuple):
    """A figure or a date in its sentence."""

    about: frozenset[str]
    unit: str
    value: str


def telling_words(text: str) -> frozenset[str]:
    """In small letters, without those that every sentence has and without a plural's s."""
    return frozenset(_singular(word) for word in WORD.findall(text.lower()) if word not in EMPTY)


def questions_in(text: str) -> list[frozenset[str]]:
    """The telling words of each sentence that ends in a question mark."""
    return [telling_words(each) for each in SENTENCE.split(text) if each.rstrip().endswith("?")]


def told_in(text: str) -> list[Told]:
    """Every figure with a unit and every date; where a sentence has two of one unit, none of them: it lists, and does not tell."""
    found = []
    for sentence in SENTENCE.split(text):
        if not any(letter.isdigit() for letter in sentence):
            continue
        told = _dates(sentence) + _figures(sentence)
        units = [unit for unit, _value, _words in told]
        words = telling_words(sentence)
        for unit, value, own in told:
            about = words - own
            if units.count(unit) == 1 and len(about) >= 2:
                found.append(Told(about, unit, value))
    return found


def _dates(sentence: str) -> list[tuple[str, str, frozenset[str]]]:
    found = []
    for day, month, month_first, day_after in DATE.findall(sentence):
        name = (month or month_first).lower()
        number = int(day or day_after)
        if 1 <= number <= 31:
            found.append(("date", f"{number:02}-{MONTHS[name]:02}", frozenset({name, _singular(name)})))
    return found


def _figures(sentence: str) -> list[tuple[str, str, frozenset[str]]]:
    found = []
    for currency, digits, scale, behind in FIGURE.findall(DATE.sub(" ", sentence)):
        unit = CURRENCIES.get(currency.lower(), "") or _singular(behind.lower())
        if not unit or unit in EMPTY or (len(unit) < 2 and unit != "%"):
            continue
        value = _number(digits) * 10 ** SCALES.get(scale.lower(), 0)
        if not currency and behind and 1900 <= value <= 2100 and not scale and len(digits) == 4:
            continue  # a year
        own = (
            frozenset({unit, scale.lower()}) if not currency else frozenset({currency.lower(), scale.lower()})
        )
        found.append((unit, f"{value:g}", own))
    return found


def _number(digits: str) -> float:
    """ "1.250.000", "1,250,000" and "2,5" as people of both languages write them."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    return float(digits.replace(",", "."))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
