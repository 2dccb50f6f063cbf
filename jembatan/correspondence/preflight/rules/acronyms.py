"""An acronym that the receiver has never been given."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.well_known import KNOWN, ROMAN

ACRONYM = re.compile(r"(?<![\w/.&@+:#'’-])[A-Z][A-Z0-9]{1,9}(?![\w@]|[/&+-][\w]|\.\w)")
MOST_DIGITS = 2
NUMERAL = re.compile(ROMAN)
CAPITALS_IN_A_ROW = re.compile(r"(?:\b[A-Z]{2,}[ \t,]+){2,}[A-Z]{2,}\b")
CAPITAL_LINE = re.compile(r"^[^a-z\n]*[A-Z][^a-z\n]*$", re.MULTILINE)
BRACKETED = re.compile(r"[\[{<][^\]}>\n]{0,200}[\]}>]")
NUMBER_BEHIND = re.compile(r"[ -]?\d")
NUMBER_BEFORE = re.compile(r"\d[ ,-]*\"?$|[\d-][A-Z0-9-]* $")
NEAR, AROUND = 12, 120
GIVEN = re.compile(r"[A-Z][A-Z0-9]{1,9}\b")


def look(reading: Reading) -> Iterator[Remark]:
    """Each once. Spelled out anywhere in the letter, used by the receiver, or of the receiver's own name: it is given."""
    given = set(reading.knowledge.acronyms)
    for place, match in _unexplained(reading):
        if match[0] not in given:
            given.add(match[0])
            yield Remark(
                message=_("Nobody has explained “%(acronym)s” to the receiver. Spell it out once.")
                % {"acronym": match[0]},
                words=match[0],
                place=place,
                span=match.span() if place == Place.TEXT else None,
            )


def candidates(reading: Reading) -> list[str]:
    """Acronyms that the letter itself does not explain, in its order: whether they were given before is worth asking."""
    return list(dict.fromkeys(match[0] for _place, match in _unexplained(reading)))


def _unexplained(reading: Reading) -> Iterator[tuple[Place, re.Match[str]]]:
    if not reading.outsiders:
        return
    given, whole = _given(reading), f"{reading.letter.subject}\n{reading.own}"
    settled: dict[str, bool] = {}
    for place, text in reading.passages:
        plain = _without_shouting(text) if place == Place.TEXT else BRACKETED.sub(_blank, text)
        for match in ACRONYM.finditer(plain):
            if match[0] in given or _is_no_acronym(plain, match):
                continue
            if match[0] not in settled:
                settled[match[0]] = _is_spelled_out(match[0], whole)
            if not settled[match[0]]:
                yield place, match


def _given(reading: Reading) -> set[str]:
    """Known to everyone, from what the receivers wrote, or the name of either house."""
    domains = {who.domain for who in (*reading.letter.receivers, reading.letter.author)}
    labels = {label.upper() for domain in domains for label in domain.split(".")}
    organisations = [reading.knowledge.our_organisation, *_organisations(reading)]
    initials = {"".join(word[0] for word in name.split() if word[0].isupper()) for name in organisations}
    quoted = set(GIVEN.findall(reading.words.quoted))
    if reading.letter.is_reply:
        quoted |= set(GIVEN.findall(reading.letter.subject))
    return set(KNOWN | labels | initials | quoted)


def _organisations(reading: Reading) -> list[str]:
    known = (reading.known(who) for who in reading.outsiders)
    return [each.organisation for each in known if each and each.organisation]


def _without_shouting(text: str) -> str:
    """Without headings and names in capitals, and without what stands in brackets as a placeholder."""
    for pattern in (CAPITAL_LINE, CAPITALS_IN_A_ROW, BRACKETED):
        text = pattern.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_no_acronym(text: str, match: re.Match[str]) -> bool:
    """A numeral, part of a number or of a name in quotation marks, or a word that the letter also writes in small letters."""
    word, before, after = (
        match[0],
        text[max(0, match.start() - NEAR) : match.start()],
        text[match.end() :][:NEAR],
    )
    if NUMERAL.fullmatch(word) or sum(map(str.isdigit, word)) > MOST_DIGITS or NUMBER_BEHIND.match(after):
        return True
    if NUMBER_BEFORE.search(before) or before.endswith('"'):
        return True
    return f" {word.lower()} " in text


def _is_spelled_out(acronym: str, text: str) -> bool:
    """ "memorandum of understanding (MoU)", "MoU (memorandum …)", "MoU, yaitu …", "MoU stands for …"."""
    word = re.escape(acronym)
    explained = re.compile(
        rf"\w[\w’'-]* [\w’'-]+ ?\((?:the |selanjutnya disebut |disingkat )?[“\"]?{word}[”\"]?\)|"
        rf"\b{word} ?\([A-Za-z][\w’'-]* [\w’' -]+\)|\b{word},? (?:yaitu|yakni|atau|stands for|that is|i\.e\.|singkatan dari|kepanjangan)\b|"
        rf"\w[\w’'-]* [\w’'-]+, (?:in short|abbreviated|disingkat|or|atau) {word}\b"
    )
    places = (found.start() for found in re.finditer(word, text))
    return any(explained.search(text, max(0, place - AROUND), place + AROUND) for place in places)


RULE = Rule(
    "unexplained-acronym", gettext_lazy("An acronym that the receiver was never given"), Severity.NOTICE, look
)
