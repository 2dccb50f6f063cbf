"""A letter in a language that its receiver does not read."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule

SHORTEST = 12


def look(reading: Reading) -> Iterator[Remark]:
    """By the languages of each receiver in To; where those are unknown, by the language of the message that is answered."""
    language = reading.letter.language
    if not language or len(reading.own.split()) < SHORTEST:
        return
    unknown = False
    for who in reading.letter.to:
        known = reading.known(who)
        if who not in reading.outsiders:
            continue
        if known is None or not known.languages:
            unknown = True
        elif not _reads(known.languages, language):
            yield Remark(
                message=_("%(name)s does not read this language.") % {"name": known.name or who.email},
                words=who.email,
                place=Place.RECEIVERS,
            )
    if unknown and _answers_another(reading, language):
        yield Remark(
            message=_("The message that you answer was written in another language."),
            words="",
            place=Place.RECEIVERS,
        )


def _reads(languages: frozenset[str], language: str) -> bool:
    """ "ms" and "id" are read alike in a letter."""
    read = {each.lower().partition("-")[0] for each in languages}
    return language in read or (language == "id" and "ms" in read)


def _answers_another(reading: Reading, language: str) -> bool:
    quoted = "\n".join(line.lstrip("> \t") for line in reading.words.quoted.split("\n"))
    if len(quoted.split()) < SHORTEST:
        return False
    theirs = language_of(quoted)
    return theirs in {"id", "en"} and language in {"id", "en"} and theirs != language


RULE = Rule("language", gettext_lazy("A language that the receiver does not read"), Severity.WARNING, look)
