"""A number or a date that is another than this partner was told before, or than a line says."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.formats.attributions import attributions
from jembatan.correspondence.preflight.facts import Fact, facts
from jembatan.correspondence.preflight.finding import Remark, Severity
from jembatan.correspondence.preflight.knowledge import Told
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule

CHANGE = re.compile(
    r"\b(?:instead of|no longer|moved|postponed|brought forward|changed?|changes|new date|new time|corrections?|corrected|should have read|should be|revised|update[ds]?|not \d+ but|"
    r"diundur|dimajukan|dipindah\w*|berubah|diubah|perubahan|semula|menjadi|ralat|koreksi|revisi|diralat|bukan|melainkan|tidak jadi|yang benar|kekeliruan|pembaruan)\b",
    re.IGNORECASE,
)
SHARED_WORDS = 2
SHARED_BESIDE_UNIT = 1
SHARED_PART = 0.5


def look(reading: Reading) -> Iterator[Remark]:
    """Compared with everything told, and with what the letter quotes; a letter that announces a change is not held to it."""
    stated = facts(reading.own, reading.today)
    told = [Told(reading.words.quoted, ""), *reading.knowledge.told]
    if not stated or CHANGE.search(reading.own):
        return
    before = [(fact, each.source) for each in told for fact in facts(_said(each.text), reading.today)]
    for fact in stated:
        related = [(other, source) for other, source in before if _about_the_same(fact, other)]
        if related and all(other.value != fact.value for other, _source in related):
            yield _remark(fact, *related[-1])


def _said(text: str) -> str:
    """Without signs of quotation, and without the lines that say when somebody wrote: that is no fact of the matter."""
    lines = re.sub(r"(?m)^[ \t]*>+ ?", "", text).split("\n")
    heads = {first + number for first, length in attributions(lines).items() for number in range(length)}
    return "\n".join(line for number, line in enumerate(lines) if number not in heads)


def _about_the_same(fact: Fact, other: Fact) -> bool:
    if fact.kind != other.kind:
        return False
    shared = len(fact.about & other.about)
    is_count = fact.kind != "day" and not fact.kind.isupper()
    enough = SHARED_BESIDE_UNIT if is_count else SHARED_WORDS
    return shared >= enough and shared >= SHARED_PART * min(len(fact.about), len(other.about))


def _remark(fact: Fact, other: Fact, source: str) -> Remark:
    told = {"words": fact.words, "before": other.words, "source": source}
    return Remark(
        message=_("This partner was told “%(before)s” before (%(source)s), not “%(words)s”.") % told
        if source
        else _("The quoted message says “%(before)s”, not “%(words)s”.") % told,
        words=fact.words,
        span=fact.span,
        suggestion=other.words,
    )


RULE = Rule(
    "contradiction",
    gettext_lazy("A number or date that contradicts what was told before"),
    Severity.WARNING,
    look,
)
