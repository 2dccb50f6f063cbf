"""Figures and days that a sentence states, with the words that say what they are about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jembatan.correspondence.preflight.days import written_days
from jembatan.correspondence.preflight.finding import Span
from jembatan.correspondence.preflight.hours import ZONE_NAMES, written_hours
from jembatan.correspondence.preflight.sentences import Sentence, sentences

MONEY = re.compile(
    r"\b(?P<currency>Rp|IDR|USD|EUR|US\$|SGD|JPY|AUD|GBP|CNY)\.?\s?(?P<amount>\d[\d.,]*\d|\d)|[€$£](?P<amount2>\d[\d.,]*\d|\d)"
)
COUNT = re.compile(
    r"(?<![\w.,:/-])(?P<number>\d{1,3}(?:[.,]\d{3})+|\d{1,6})\s+(?:(?:\w+ )??)(?P<unit>[a-z]{3,})\b(?![./]\d)",
    re.IGNORECASE,
)
TIME_MARKS = re.compile(r"[.:\s]")
ZONE_BEHIND = re.compile(rf"\s*({ZONE_NAMES})\b")
WORD = re.compile(r"[^\W\d_]{3,}")
SAYS_NOTHING_WORDS = """
    the and for with that this from will are was were has have had been but not you your our their his
    her its all any can may shall would should could into than then there here also only please kindly
    dear per person each about above after before between during until which who when where what how
    very more most other such these those they them she said say says told phone yes right confirm
    confirmed short word call reply answer thank thanks question january february march april june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday
    yang dan untuk dengan pada kami akan dari ini itu tidak oleh dalam agar telah juga kepada atas
    adalah ada bahwa para bagi dapat bisa sudah belum lagi serta atau seperti sebagai secara bapak ibu
    saudara anda kita mereka beliau tanggal hari pukul jam hingga sampai sejak mulai diadakan
    dilaksanakan dilakukan ingatkan beritahukan sampaikan menjawab pertanyaan kata betul mas tempo
    tentang mengenai januari februari maret mei juni juli agustus oktober desember senin selasa rabu
    kamis jumat sabtu minggu wib wita wit utc
"""
SAYS_NOTHING = frozenset(SAYS_NOTHING_WORDS.split())
NOT_COUNTED_WORDS = """
    january february march april may june july august september october november december januari
    februari maret mei juni juli agustus oktober desember wib wita wit utc gmt cet jst and dan sampai
    hingga until from jan feb mar apr jun jul aug sep oct nov dec per percent persen pagi siang sore
    malam years year tahun days day hari months bulan weeks minggu pekan hours jam minutes menit
"""
NOT_COUNTED = frozenset(NOT_COUNTED_WORDS.split())


@dataclass(frozen=True, slots=True)
class Fact:
    """`kind` says what may be compared: "day", "TIME WIB", a currency, or the unit counted. `about` are the words around it."""

    kind: str
    value: date | str
    about: frozenset[str]
    words: str
    span: Span


def facts(text: str, today: date | None) -> list[Fact]:
    """What each sentence states; a sentence with several values of one kind states none of that kind."""
    return [fact for sentence in sentences(text) for fact in _of_sentence(sentence, today)]


def _of_sentence(sentence: Sentence, today: date | None) -> Iterator[Fact]:
    if not any(letter.isdigit() for letter in sentence.text):
        return
    found = [*_values(sentence.text, today)]
    about = frozenset(_stem(word) for word in WORD.findall(sentence.text.lower()) if word not in SAYS_NOTHING)
    for kind, value, (start, end) in found:
        if len({other for same, other, _ in found if same == kind}) == 1:
            span = sentence.start + start, sentence.start + end
            yield Fact(kind, value, about - {kind}, sentence.text[start:end], span)


def _values(text: str, today: date | None) -> Iterator[tuple[str, date | str, Span]]:
    taken: list[Span] = []
    for written in written_days(text):
        taken.append(written.span)
        if day := written.on(today):
            yield "day", day, written.span
    for match in MONEY.finditer(text):
        taken.append(match.span())
        yield (
            (match["currency"] or match[0][0]).upper(),
            _number(match["amount"] or match["amount2"]),
            match.span(),
        )
    for hour in written_hours(text):
        taken.append(hour.span)
        if not hour.is_doubtful:
            zone = ZONE_BEHIND.match(text, hour.span[1])
            yield (
                f"TIME {zone[1] if zone else ''}",
                TIME_MARKS.sub("", text[slice(*hour.span)]).lstrip("0"),
                hour.span,
            )
    for match in COUNT.finditer(text):
        unit = match["unit"].lower()
        if unit not in NOT_COUNTED and not any(
            start < match.end() and match.start() < end for start, end in taken
        ):
            yield _stem(unit), _number(match["number"]), match.span()


def _number(written: str) -> str:
    """Without separators: "1.250.000" and "1,250,000.00" are one number."""
    whole = re.sub(r"[.,]\d{2}$", "", written)
    return re.sub(r"[.,]", "", whole).lstrip("0")


def _stem(word: str) -> str:
    """Plurals and possessives off, so that one course and two courses are about one thing."""
    if word.endswith("nya") and len(word) > 6:
        return word[:-3]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word
