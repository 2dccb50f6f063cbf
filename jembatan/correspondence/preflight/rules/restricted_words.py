"""Words from a restricted note or a mandate."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Remark, Severity, Span
from jembatan.correspondence.preflight.limits import limits_told
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule

REVEALING = re.compile(
    r"\b(?:our (?:negotiating )?mandate (?:allows|permits|is|covers|does not|only|lets)|(?:within|beyond|outside) our mandate|our (?:only |real |final )?(?:bottom line|red lines?|walk-?away|fall-?back|reservation price|negotiating position)|"
    r"(?:we|i) have (?:a|the|no) mandate\b|our (?:ceiling|upper limit|lower limit|maximum|minimum) is|the (?:lowest|most|least|highest) (?:that )?we can (?:go|accept|offer|pay)|(?:the )?(?:only |real )?red line for (?:us|our)|(?:our )?BATNA|our instructions are|internally,? we (?:have )?(?:agreed|decided)|(?:secara internal|di internal) (?:kami|kita)|mandat yang (?:diberikan|ada) (?:kepada|pada) (?:kami|kita)|we are (?:instructed|authori[sz]ed) to (?:accept|offer|go)|"
    r"mandat (?:kami|kita)|(?:kami|kita) (?:hanya )?(?:diberi|mendapat|memiliki|punya) mandat|posisi (?:minimum|minimal|maksimal|akhir|dasar) (?:kami|kita)|plafon (?:kami|kita)|batas (?:maksimal|minimal|atas) (?:kami|kita)|paling (?:rendah|tinggi|banyak) yang (?:dapat|bisa) (?:kami|kita) terima|garis merah (?:kami|kita|bagi kami)|batas (?:bawah|terendah|akhir) (?:kami|kita)|posisi (?:cadangan|tawar) (?:kami|kita)|harga terendah kami|"
    r"(?:arahan|instruksi) (?:internal|rahasia))(?: (?:hanya|sampai|adalah|kami))?\b",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+")
LEAST_WORDS = 5
LEAST_LETTERS = 24


def look(reading: Reading) -> Iterator[Remark]:
    """Five words in a row of what is kept, a figure or a short wording of a limit, or a phrase by which a mandate gives itself away."""
    if not reading.outsiders:
        return
    for match in REVEALING.finditer(reading.own):
        yield Remark(
            message=_("“%(words)s” tells the other side how far we may go.") % {"words": match[0]},
            words=match[0],
            span=match.span(),
        )
    own = [(match[0].lower(), match.span()) for match in WORD.finditer(reading.own)]
    for kept in reading.knowledge.kept:
        spans = [
            *_repeated(own, kept.text),
            *(limits_told(reading.own, kept.text) if kept.gives_away else ()),
        ]
        for span in spans:
            yield Remark(
                message=_("These words stand in what may not leave the house: %(source)s.")
                % {"source": kept.source},
                words=reading.own[slice(*span)],
                span=span,
            )


def _repeated(own: list[tuple[str, Span]], kept: str) -> Iterator[Span]:
    """The longest runs of the letter's words that are runs of the kept text too."""
    words = WORD.findall(kept.lower())
    runs = {tuple(words[n : n + LEAST_WORDS]) for n in range(len(words) - LEAST_WORDS + 1)}
    hits = [
        n
        for n in range(len(own) - LEAST_WORDS + 1)
        if tuple(word for word, _span in own[n : n + LEAST_WORDS]) in runs
    ]
    start = 0
    for position, hit in enumerate(hits):
        if position + 1 < len(hits) and hits[position + 1] == hit + 1:
            continue
        span = own[hits[start]][1][0], own[hit + LEAST_WORDS - 1][1][1]
        start = position + 1
        if span[1] - span[0] >= LEAST_LETTERS:
            yield span


RULE = Rule(
    "restricted-words", gettext_lazy("Words from a restricted note or a mandate"), Severity.STOP, look
)
