"""Reading the capture line: "@Budi janji kirim draf jumat 15.00 #MoU" into parties, a dossier and a moment."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.names import fold
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.dates.spoken import When, find_when

MENTION = re.compile(r"(?<!\S)([@#])(\S+(?:[ \t]+(?![@#])\S+){0,4})")
LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Captured:
    """What the line says; `text` is the line as written, `unknown` the mentions that name nobody at this desk."""

    text: str
    parties: tuple[Person | Organisation, ...]
    dossier: Dossier | None
    when: When | None
    unknown: tuple[str, ...]


def read_line(actor: Actor, text: str, *, now: datetime, language: str) -> Captured:
    """Resolve mentions to the longest name that exists at the actor's desk; a unique beginning of a name is enough."""
    text = text.replace("\x00", " ")
    parties: dict[Person | Organisation, None] = {}
    dossier: Dossier | None = None
    unknown: list[str] = []
    for sigil, rest in MENTION.findall(text):
        words = rest.split()[:LONGEST_NAME]
        found = _party(actor, words) if sigil == "@" else _dossier(actor, words)
        if found is None:
            unknown.append(sigil + words[0])
        elif isinstance(found, Dossier):
            dossier = dossier or found
        else:
            parties[found] = None
    plain = MENTION.sub(lambda match: match[2], text)
    return Captured(
        text, tuple(parties), dossier, find_when(plain, now=now, language=language), tuple(unknown)
    )


def _party(actor: Actor, words: list[str]) -> Person | Organisation | None:
    for count in range(len(words), 0, -1):
        name = fold(" ".join(words[:count]))
        if name and (
            found := _only(visible_people(actor), name) or _only(visible_organisations(actor), name)
        ):
            return found
    short = words[0].strip(".,;:!?")
    return visible_organisations(actor).filter(short_name__iexact=short).first() or _by_call_name(
        actor, short
    )


def _only[Party: (Person, Organisation)](parties: QuerySet[Party], name: str) -> Party | None:
    """The one who bears this name, or the only one whose name begins so."""
    exact = list(parties.filter(name_folded=name)[:2])
    candidates = exact or list(parties.filter(name_folded__startswith=name)[:2])
    return candidates[0] if len(candidates) == 1 else None


def _by_call_name(actor: Actor, name: str) -> Person | None:
    called = list(visible_people(actor).filter(call_name__iexact=name)[:2])
    return called[0] if len(called) == 1 else None


def _dossier(actor: Actor, words: list[str]) -> Dossier | None:
    for count in range(len(words), 0, -1):
        found = list(
            visible_dossiers(actor).filter(title__istartswith=" ".join(words[:count]).rstrip(".,;:!?"))[:2]
        )
        if len(found) == 1:
            return found[0]
    return None
