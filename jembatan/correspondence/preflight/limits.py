"""Figures with their units, and short wordings, by which a letter tells a limit."""

import re
from collections.abc import Iterator

from jembatan.correspondence.preflight.finding import Span

FIGURE = re.compile(
    r"(?:(?P<currency>\b(?:Rp|IDR|USD|US\$|EUR|SGD|JPY|AUD|GBP|CNY)|[€$£¥])\.?\s?)?"
    r"(?<![\w.,/:-])(?P<number>\d[\d.,]*\d|\d)(?![\w/:])"
    r"(?:\s?(?P<percent>%|per ?cent\b|persen\b)|\s(?P<unit>[^\W\d_]{3,})(?:\s(?P<of>[^\W\d_]{3,}))?)?",
    re.IGNORECASE,
)
MULTIPLES = frozenset(
    {"thousand", "million", "billion", "trillion", "ribu", "juta", "miliar", "milyar", "triliun"}
)
CURRENCIES = {"rp": "idr", "€": "eur", "$": "usd", "us$": "usd", "£": "gbp", "¥": "jpy"}
NO_UNIT = frozenset(
    [
        "and",
        "but",
        "for",
        "from",
        "the",
        "with",
        "without",
        "than",
        "until",
        "dan",
        "atau",
        "tanpa",
        "untuk",
        "dari",
        "sampai",
        "hingga",
        "yang",
    ]
)
WORD = re.compile(r"\w+")
LEAST_LETTERS = 12


def limits_told(own: str, kept: str) -> Iterator[Span]:
    """Where the letter has a figure of the limit, with its unit, and where it has a short limit word for word."""
    limits = {value for value, _span in _figures(kept)}
    for value, span in _figures(own):
        if value in limits:
            yield span
    words = WORD.findall(kept)
    if len(words) >= 2 and len("".join(words)) >= LEAST_LETTERS and len(words) < 5:
        pattern = r"\W+".join(map(re.escape, words))
        for match in re.finditer(rf"\b{pattern}\b", own, re.IGNORECASE):
            yield match.span()


def _figures(text: str) -> Iterator[tuple[tuple[str, str], Span]]:
    """Each figure that has a unit: (number without separators, unit in the singular)."""
    for match in FIGURE.finditer(text):
        currency = (match["currency"] or "").lower()
        currency = CURRENCIES.get(currency, currency)
        words = [("unit", (match["unit"] or "").lower()), ("of", (match["of"] or "").lower())]
        taken = [(group, word) for group, word in words[:1] if word in MULTIPLES]
        rest = words[len(taken)]
        if match["percent"]:
            taken.append(("percent", "%"))
        elif rest[1] and rest[1] not in NO_UNIT and not currency:
            taken.append((rest[0], _singular(rest[1])))
        if currency or taken:
            start = match.start("currency") if currency else match.start("number")
            end = match.end(taken[-1][0] if taken else "number")
            yield (
                (_plain(match["number"]), " ".join([currency, *(word for _group, word in taken)])),
                (start, end),
            )


def _plain(number: str) -> str:
    """ "1.250.000" and "1,250,000.00" are one number; "2,5" and "2.5" are another one."""
    whole = re.sub(r"(?<=\d{3})[.,]00$", "", number)
    return re.sub(r"[.,](?=\d{3}(?:\D|$))", "", whole).replace(",", ".")


def _singular(unit: str) -> str:
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") and len(unit) > 3 else unit
