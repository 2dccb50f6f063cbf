"""A reply that outsiders read along whom it does not speak to."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.greeting import find_greeting
from jembatan.correspondence.preflight.letter import Correspondent
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.spoken_to import spoken_to

MANY = 10


def look(reading: Reading) -> Iterator[Remark]:
    """Whoever is greeted is spoken to, and so is everyone of the same house; without a name, whoever stands in To."""
    if not reading.letter.is_reply:
        return
    greeting = find_greeting(reading.own)
    if greeting and greeting.is_collective and len(reading.outsiders) < MANY:
        return
    houses = {who.domain for who in _spoken_to(reading)}
    for who in reading.outsiders:
        if who.domain not in houses:
            yield Remark(
                message=_("This reply goes to %(address)s too, whom it does not speak to.")
                % {"address": who.email},
                words=who.email,
                place=Place.RECEIVERS,
            )


def _spoken_to(reading: Reading) -> list[Correspondent]:
    greeting = find_greeting(reading.own)
    names = {name.lower() for one in greeting.addressed for name in one.names} if greeting else set()
    greeted = [
        who
        for who in reading.letter.receivers
        if names & spoken_to(who, reading.known(who), language=reading.letter.language).tokens
    ]
    return greeted or list(reading.letter.to)


RULE = Rule("reply-all", gettext_lazy("A reply that outsiders read along"), Severity.WARNING, look)
