"""Lines to take: a wording that holds no more, one that was changed by hand, and what a line says not to say."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity, Span
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.wordings import places_of, reworded_place

LEAST_WORDS = 4


def outdated(reading: Reading) -> Iterator[Remark]:
    """Wordings of four words and more wherever they come from, shorter ones where they were inserted; not within one that holds."""
    right = [
        place
        for wording in reading.knowledge.wordings
        if not wording.fault
        for place in places_of(wording.text, reading.own)
    ]
    for wording in reading.knowledge.wordings:
        is_told = len(wording.text.split()) >= LEAST_WORDS or wording.text in reading.letter.inserted
        if not wording.fault or not is_told:
            continue
        for place in places_of(wording.text, reading.own):
            if not _is_within(place, right):
                words = reading.own[slice(*place)]
                yield Remark(message=wording.fault, words=words, span=place, suggestion=wording.instead)


def changed(reading: Reading) -> Iterator[Remark]:
    """What was inserted and stands there in other words."""
    by_text = {wording.text: wording for wording in reading.knowledge.wordings}
    for text in reading.letter.inserted:
        if any(True for _place in places_of(text, reading.own)):
            continue
        wording = by_text.get(text)
        place = reworded_place(text, reading.own)
        if wording is None or place is None or _is_wording(reading, place):
            continue
        yield Remark(
            message=_("The line “%(topic)s” was changed by hand: what stands here was not cleared.")
            % {"topic": wording.topic},
            words=reading.own[slice(*place)],
            span=place,
            suggestion=(wording.instead if wording.fault else text),
        )


def unwanted(reading: Reading) -> Iterator[Remark]:
    """In the letter's language, or in any where that is unknown."""
    language = reading.letter.language
    for phrase in reading.knowledge.phrases:
        if language and phrase.language not in {"", language}:
            continue
        pattern = re.compile(
            rf"(?<!\w){r'\s+'.join(map(re.escape, phrase.words.split()))}(?!\w)", re.IGNORECASE
        )
        for place, text in reading.passages:
            for match in pattern.finditer(text):
                yield Remark(
                    message=_("The line “%(topic)s” says not to say “%(words)s”.")
                    % {"topic": phrase.topic, "words": match[0]},
                    words=match[0],
                    place=place,
                    span=match.span() if place == Place.TEXT else None,
                )


def _is_wording(reading: Reading, place: Span) -> bool:
    """It is another wording in full: the one that holds now, or one that the first rule finds."""
    return any(
        _is_within(place, [other]) or _is_within(other, [place])
        for wording in reading.knowledge.wordings
        for other in places_of(wording.text, reading.own)
    )


def _is_within(place: Span, others: list[Span]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in others)


OUTDATED = Rule("line-outdated", gettext_lazy("A line to take that holds no more"), Severity.STOP, outdated)
CHANGED = Rule(
    "line-changed", gettext_lazy("A line to take that was changed by hand"), Severity.WARNING, changed
)
UNWANTED = Rule(
    "line-unwanted", gettext_lazy("What a line to take says not to say"), Severity.WARNING, unwanted
)
