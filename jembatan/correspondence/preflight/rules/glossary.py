"""A word that the partner's glossary replaces by another."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.knowledge import Term
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule


def look(reading: Reading) -> Iterator[Remark]:
    """Every time the avoided term stands in the letter, alone or in the plural, but not within the term to use."""
    language = reading.letter.language
    for term in reading.knowledge.glossary:
        if term.language in {"", language} or not language:
            yield from _breaches(reading, term)


def _breaches(reading: Reading, term: Term) -> Iterator[Remark]:
    pattern = re.compile(rf"(?<!\w){_flexible(term.avoid)}(?:s|es|nya)?(?!\w)", re.IGNORECASE)
    instead = re.compile(rf"(?<!\w){_flexible(term.use)}", re.IGNORECASE) if term.use else None
    for place, text in reading.passages:
        right = [match.span() for match in instead.finditer(text)] if instead else []
        for match in pattern.finditer(text):
            if any(start <= match.start() and match.end() <= end for start, end in right):
                continue
            yield Remark(
                message=_("The glossary for this partner says “%(use)s” and not “%(avoid)s”.")
                % {"use": term.use, "avoid": match[0]}
                if term.use
                else _("The glossary for this partner avoids “%(avoid)s”.") % {"avoid": match[0]},
                words=match[0],
                place=place,
                span=match.span() if place == Place.TEXT else None,
                suggestion=_as_written(term.use, match[0]),
            )


def _flexible(term: str) -> str:
    return r"\s+".join(map(re.escape, term.split()))


def _as_written(use: str, written: str) -> str:
    return use[:1].upper() + use[1:] if written[:1].isupper() else use


RULE = Rule("glossary", gettext_lazy("A term that the partner's glossary replaces"), Severity.WARNING, look)
