"""A reply that outsiders read along whom it does not speak to."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.greeting import Greeting, find_greeting
from jembatan.correspondence.preflight.letter import Correspondent
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.spoken_to import spoken_to

MANY = 10
COPY = re.compile(
    r"\b(?:in copy|on copy|copied|cc['’]?(?:d|ed|ing)?\b|copying|tembusan|ditembuskan|menembuskan|saya cc|kami cc)\b",
    re.IGNORECASE,
)


def look(reading: Reading) -> Iterator[Remark]:
    """Whoever is greeted is spoken to, and so is everyone of the same house, and whomever the letter mentions.

    A letter that greets nobody is held to this only where it goes to colleagues or answers one: then outsiders read along.
    """
    if not reading.letter.is_reply or COPY.search(reading.own):
        return
    greeting = find_greeting(reading.own)
    if greeting and greeting.is_collective and len(reading.outsiders) < MANY:
        return
    if greeting is None and not _is_among_ourselves(reading):
        return
    houses = {who.domain for who in _spoken_to(reading, greeting)}
    for who in reading.outsiders:
        if who.domain not in houses and not _is_mentioned(reading, who):
            yield Remark(
                message=_("This reply goes to %(address)s too, whom it does not speak to.")
                % {"address": who.email},
                words=who.email,
                place=Place.RECEIVERS,
            )


def _is_among_ourselves(reading: Reading) -> bool:
    answered = Correspondent("", reading.letter.answers)
    return any(map(reading.is_ours, reading.letter.to)) or (
        bool(answered.domain) and reading.is_ours(answered)
    )


def _spoken_to(reading: Reading, greeting: Greeting | None) -> list[Correspondent]:
    names = {name.lower() for one in greeting.addressed for name in one.names} if greeting else set()
    greeted = [who for who in reading.letter.receivers if names & _names(reading, who)]
    if greeted or greeting:
        return greeted or list(reading.letter.to)
    return [who for who in reading.letter.to if reading.is_ours(who)]


def _is_mentioned(reading: Reading, who: Correspondent) -> bool:
    """By name, or by the house's own domain name, in the author's words."""
    said = {word.lower() for word in re.findall(r"[^\W\d_][\w'’-]+", reading.own)}
    return bool(said & (_names(reading, who) | {who.domain.split(".")[0]}))


def _names(reading: Reading, who: Correspondent) -> frozenset[str]:
    return spoken_to(who, reading.known(who), language=reading.letter.language).tokens


RULE = Rule("reply-all", gettext_lazy("A reply that outsiders read along"), Severity.WARNING, look)
