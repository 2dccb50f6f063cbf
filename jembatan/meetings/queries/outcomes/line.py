"""Reading one line: "@Retno kirim draf sebelum Jumat" into who does what by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import members_of
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.directory.formats.names import fold
from jembatan.directory.models import Organisation, Person
from jembatan.journal.queries.captured import LONGEST_NAME, PUNCTUATION, party_named
from jembatan.meetings.models import Attendance, Meeting
from jembatan.platform.dates.deadlines import find_deadlines
from jembatan.platform.dates.spoken import find_when

MENTION = re.compile(r"(?<!\S)@(\S+(?:[ \t]+(?![@#])\S+){0,4})")
WORD = re.compile(r"\S+")
COVER = "\N{WORD JOINER}"

type Owner = Person | Organisation | User


@dataclass(frozen=True, slots=True)
class Read:
    """What the line says, without the name before it and the day; `unknown` is a mention that names nobody, or several."""

    text: str
    owner: Owner | None
    due: date | None
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    names: tuple[str, ...]
    owner: Owner


def read_action(actor: Actor, meeting: Meeting, line: str, *, now: datetime, language: str) -> Read:
    """Whoever is mentioned first does it: somebody of this meeting, a colleague, or somebody of the directory.

    A name that stands inside the sentence stays there.
    """
    written = " ".join(line.split())
    mention = MENTION.search(written)
    owner, end = (None, 0) if mention is None else owner_named(actor, meeting, mention[1])
    if mention is None:
        text, covered = written, written
    elif owner is None:
        return Read(written, None, None, mention[0].split()[0])
    else:
        before, rest = written[: mention.start()], written[mention.start(1) + end :]
        told = str(owner) if before.strip() else ""
        text, covered = before + told + rest, before + COVER * len(told) + rest
    due, spans = _due(covered, now=now, language=language)
    for start, stop in spans:
        text = f"{text[:start]} {text[stop:]}"
    return Read(" ".join(text.split()).strip(" ,:;-"), owner, due)


def owner_named(actor: Actor, meeting: Meeting, words: str) -> tuple[Owner | None, int]:
    """Whom the most of the first words name beyond doubt, those of the meeting before all others; and where the name ends."""
    split = list(WORD.finditer(words))[:LONGEST_NAME]
    if not split:
        return None, 0
    owner, count = _near(actor, meeting, [word[0] for word in split])
    other, others = party_named(actor, [word[0] for word in split])
    if other is not None and others > count:
        owner, count = other, others
    return owner, len(words[: split[max(count, 1) - 1].end()].rstrip(PUNCTUATION))


def _near(actor: Actor, meeting: Meeting, words: list[str]) -> tuple[Owner | None, int]:
    """One of the meeting or of the desk, and by how many words."""
    groups = (list(_taking_part(actor, meeting)), list(_colleagues(actor)))
    for count in range(len(words), 0, -1):
        name = fold(" ".join(words[:count]))
        for group in groups:
            if name and (owner := _only(group, name)) is not None:
                return owner, count
    return None, 0


def _due(text: str, *, now: datetime, language: str) -> tuple[date | None, list[tuple[int, int]]]:
    deadlines = find_deadlines(text, now=now, language=language, wanted=False)
    if deadlines:
        return deadlines[0].at.date(), [deadlines[0].span]
    when = find_when(text, now=now, language=language)
    if when is None or when.start.date() < now.date():
        return None, []
    return when.start.date(), [when.span]


def _taking_part(actor: Actor, meeting: Meeting) -> Iterator[_Candidate]:
    members = ourselves(actor.desk).members
    guests: list[Attendance] = list(meeting.attendances.select_related("person", "organisation"))
    for guest in guests:
        member = members.get(guest.email.lower()) if guest.ours else None
        if member is not None:
            yield _Candidate((fold(member.full_name),), member)
        elif guest.person is not None and guest.person.removed_at is None:
            names = guest.person.full_name, guest.person.call_name
            yield _Candidate(tuple(fold(name) for name in names if name), guest.person)
    bodies = {
        guest.organisation.pk: guest.organisation
        for guest in guests
        if guest.organisation is not None and guest.organisation.removed_at is None
    }
    for body in bodies.values():
        yield _Candidate(tuple(fold(name) for name in (body.name, body.short_name) if name), body)


def _colleagues(actor: Actor) -> Iterator[_Candidate]:
    for membership in members_of(actor.desk):
        yield _Candidate((fold(membership.user.full_name),), membership.user)


def _only(candidates: list[_Candidate], name: str) -> Owner | None:
    """The one who bears this name, or the only one with a name or a part of one that begins so."""
    exact = {_key(each.owner): each.owner for each in candidates if name in each.names}
    begun = {
        _key(each.owner): each.owner
        for each in candidates
        if any(f" {name}" in f" {known}" for known in each.names)
    }
    found = exact or begun
    return next(iter(found.values())) if len(found) == 1 else None


def _key(owner: Owner) -> tuple[str, int]:
    return owner._meta.label, owner.pk
