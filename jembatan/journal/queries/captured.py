"""Reading the capture line: "@Budi janji kirim draf jumat 15.00 #MoU" into parties, a dossier and a moment."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.names import fold
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.dates.spoken import When, find_when
from jembatan.platform.ui.moments import clock_text, day_text

MENTION = re.compile(r"(?<!\S)([@#])(\S+(?:[ \t]+(?![@#])\S+){0,4})")
WORD = re.compile(r"\S+")
LONGEST_NAME = 5
PUNCTUATION = ".,;:!?"
COVER = "\N{WORD JOINER}"


@dataclass(frozen=True, slots=True)
class Captured:
    """What the line says; `text` is the line as written, `unknown` the mentions that name nobody at this desk.

    `told` is the line for whoever reads it later: names in place of mentions, the date in place of "kemarin", and without
    the dossier's tag at its end.
    """

    text: str
    told: str
    parties: tuple[Person | Organisation, ...]
    dossier: Dossier | None
    when: When | None
    unknown: tuple[str, ...]


@dataclass(slots=True)
class _Reading:
    """The line with each known mention replaced, and the same line with names covered, in which dates are looked for."""

    parties: dict[Person | Organisation, None] = field(default_factory=dict)
    dossier: Dossier | None = None
    unknown: list[str] = field(default_factory=list)
    told: str = ""
    covered: str = ""

    def add(self, text: str) -> None:
        """Words that are no mention."""
        self.told += text
        self.covered += text

    def name(self, text: str) -> None:
        """A name in place of its mention; a date in it is none."""
        self.told += text
        self.covered += COVER * len(text)

    def end(self) -> None:
        """Nothing follows but a full stop: what stands before it needs no space."""
        self.told = self.told.rstrip()
        self.covered = self.covered[: len(self.told)]


def read_line(actor: Actor, text: str, *, now: datetime, language: str) -> Captured:
    """Resolve mentions to the longest name that exists at the actor's desk; a unique beginning of a name is enough."""
    reading, end = _Reading(), 0
    for mention in MENTION.finditer(text):
        reading.add(text[end : mention.start()])
        end = _read_mention(actor, mention, reading)
    reading.add(text[end:])
    when = find_when(reading.covered, now=now, language=language)
    return Captured(
        text,
        _dated(reading.told, when) or text.strip(),
        tuple(reading.parties),
        reading.dossier,
        when,
        tuple(reading.unknown),
    )


def _read_mention(actor: Actor, mention: re.Match[str], reading: _Reading) -> int:
    """Take the mention in; returns where in the line it ends."""
    sigil, rest = mention.groups()
    words = rest.split()[:LONGEST_NAME]
    found, count = party_named(actor, words) if sigil == "@" else _dossier(actor, words)
    if found is None:
        reading.unknown.append(sigil + words[0])
        reading.add(mention[0])
        return mention.end()
    end = mention.start(2) + len(_beginning(rest, count).rstrip(PUNCTUATION))
    if isinstance(found, Dossier):
        reading.dossier = reading.dossier or found
        if mention.string[end:].strip(f"{PUNCTUATION} \t\r\n"):
            reading.name(mention.string[mention.start(2) : end])
        else:
            reading.end()
    else:
        reading.parties[found] = None
        reading.name(str(found))
    return end


def _beginning(rest: str, count: int) -> str:
    """The first so many words, with the spaces between them."""
    ends = [word.end() for word in WORD.finditer(rest)]
    return rest[: ends[count - 1]]


def _dated(told: str, when: When | None) -> str:
    """The day in full: "kemarin" is wrong tomorrow."""
    if when is not None:
        start, end = when.span
        day = day_text(when.start) if when.all_day else f"{day_text(when.start)} {clock_text(when.start)}"
        told = f"{told[:start]}{day}{told[end:]}"
    return "\n".join(line.rstrip() for line in told.strip().split("\n"))


def party_named(actor: Actor, words: list[str]) -> tuple[Person | Organisation | None, int]:
    """Whom the words name, and how many of them do."""
    for count in range(len(words), 0, -1):
        name = fold(" ".join(words[:count]))
        if name and (
            found := _only(visible_people(actor), name) or _only(visible_organisations(actor), name)
        ):
            return found, count
    short = words[0].strip(PUNCTUATION)
    by_short_name = visible_organisations(actor).filter(short_name__iexact=short).first()
    return by_short_name or _by_call_name(actor, short), 1


def _only[Party: (Person, Organisation)](parties: QuerySet[Party], name: str) -> Party | None:
    """The one who bears this name, or the only one whose name begins so."""
    exact = list(parties.filter(name_folded=name)[:2])
    candidates = exact or list(parties.filter(name_folded__startswith=name)[:2])
    return candidates[0] if len(candidates) == 1 else None


def _by_call_name(actor: Actor, name: str) -> Person | None:
    called = list(visible_people(actor).filter(call_name__iexact=name)[:2])
    return called[0] if len(called) == 1 else None


def _dossier(actor: Actor, words: list[str]) -> tuple[Dossier | None, int]:
    for count in range(len(words), 0, -1):
        title = " ".join(words[:count]).rstrip(PUNCTUATION)
        found = list(visible_dossiers(actor).filter(title__istartswith=title)[:2])
        if len(found) == 1:
            return found[0], count
    return None, 0
