"""A marking that may not go to one of the receivers: TLP 2.0, and the words that houses use beside it."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity, Span
from jembatan.correspondence.preflight.letter import Correspondent
from jembatan.correspondence.preflight.named_markings import TLP, named_markings, read_marking
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.spoken_to import is_group
from jembatan.platform.markings import Marking, highest

HEADING = re.compile(
    r"^[ \t*\[(]*(?:(?i:sifat)\s*:\s*)?(?P<words>SANGAT RAHASIA|RAHASIA|TERBATAS|(?:STRICTLY |TOP )?(?:CONFIDENTIAL|SECRET)|RESTRICTED|(?i:(?<=: )(?:sangat )?(?:rahasia|terbatas)))[ \t*\])]*$",
    re.MULTILINE,
)
HOUSE_ONLY = re.compile(
    r"\b(?:(?:for|only for)? ?internal (?:use|circulation|eyes)(?: only)?|internal only|not for (?:external |further )?distribution(?: outside[\w ]*)?|do not (?:forward|distribute) (?:outside|externally)[\w ]*|"
    r"(?:hanya )?untuk (?:kalangan|penggunaan|keperluan) (?:internal|sendiri)|khusus internal|tidak untuk (?:disebarluaskan|diedarkan)[\w ]*|(?:dokumen|bersifat) internal)\b",
    re.IGNORECASE,
)
PRESS = frozenset({"press", "redaksi", "media", "newsroom", "editor", "news"})


def look(reading: Reading) -> Iterator[Remark]:
    """What the desk knows about a receiver decides; else what the marking itself says about strangers."""
    if not reading.outsiders:
        return
    yield from _words_for_the_house(reading)
    yield from _quoted_higher(reading)
    marking, span = _marking(reading)
    if marking is None:
        return
    for who in reading.outsiders:
        if not _may_receive(reading, who, marking):
            yield Remark(
                message=_("%(marking)s may not go to %(address)s.")
                % {"marking": marking.value, "address": who.email},
                words=who.email,
                place=Place.RECEIVERS,
                span=span,
            )


def _marking(reading: Reading) -> tuple[Marking | None, Span | None]:
    """The narrowest that the letter bears, and where the text says it."""
    match = TLP.search(reading.own)
    named = named_markings(f"{reading.letter.subject}\n{reading.own}")
    borne = [*named, *([reading.letter.marking] if reading.letter.marking else [])]
    return highest(borne) if borne else None, match.span() if match else None


def _may_receive(reading: Reading, who: Correspondent, marking: Marking) -> bool:
    known = reading.known(who)
    if known and known.highest:
        return highest([known.highest, marking]) == known.highest
    if PRESS & set(re.split(r"[._+-]", who.email.partition("@")[0])):
        return marking == Marking.CLEAR
    if marking == Marking.AMBER_STRICT:
        return False
    return marking != Marking.RED or not is_group(who)


def _words_for_the_house(reading: Reading) -> Iterator[Remark]:
    for pattern in (HEADING, HOUSE_ONLY):
        for match in pattern.finditer(reading.own):
            words = match["words"] if "words" in match.groupdict() else match[0]
            start = match.start() + match[0].index(words)
            yield Remark(
                message=_("“%(words)s”, and the letter goes outside.") % {"words": words},
                words=words,
                span=(start, start + len(words)),
            )


def _quoted_higher(reading: Reading) -> Iterator[Remark]:
    """The letter quotes a message of a narrower marking than its own."""
    marking, _span = _marking(reading)
    for match in TLP.finditer(reading.words.quoted):
        quoted = read_marking(match[0])
        if marking is not None and highest([marking, quoted]) != marking:
            yield Remark(
                message=_("The letter bears %(marking)s and quotes a message that bears %(quoted)s.")
                % {"marking": marking.value, "quoted": quoted.value},
                words=match[0],
                span=match.span(),
            )
            return


RULE = Rule("marking", gettext_lazy("A marking that may not go to a receiver"), Severity.STOP, look)
