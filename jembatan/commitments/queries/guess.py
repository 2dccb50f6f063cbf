"""What a sentence seems to promise: who to whom, by when, how firmly. A person looks at it before it is written down."""

import re
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.commitments.models import Commitment
from jembatan.commitments.queries.source import NOWHERE, Said
from jembatan.correspondence.models import Message, Recipient
from jembatan.directory.formats.names import fold
from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models import Attendance, Meeting
from jembatan.platform.dates.deadlines import find_deadlines
from jembatan.platform.dates.promised import promised_day

LOOKS = re.compile(
    r"\b(?:look(?:ing)?\s+into|see\s+what|check\s+whether|consider|pelajari|mempelajari|pertimbangkan|mempertimbangkan"
    r"|upayakan|mengupayakan|coba|tinjau|meninjau)\b",
    re.IGNORECASE,
)
INTENDS = re.compile(
    r"\b(?:intend|plan(?:ning)?\s+to|hope\s+to|expect\s+to|aim\s+to|berniat|bermaksud|berencana|berharap|rencananya)\b",
    re.IGNORECASE,
)
LONGEST_WHAT = 200

type Partner = tuple[Person | None, Organisation | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """As a form shows it first."""

    side: Commitment.Side = Commitment.Side.THEIRS
    what: str = ""
    person: Person | None = None
    organisation: Organisation | None = None
    member: User | None = None
    due: date | None = None
    grade: Commitment.Grade = Commitment.Grade.WILL

    @property
    def partner(self) -> Person | Organisation | None:
        """The person where one is known."""
        return self.person or self.organisation


def guess(actor: Actor, sentence: str, *, said: Said = NOWHERE, language: str) -> Guess:
    """What we wrote is ours, what they wrote is theirs; of a meeting, whoever the sentence names owes it."""
    side, (person, organisation), member = _between(actor, sentence, said)
    words = " ".join(sentence.split())
    return Guess(
        side=side,
        what=words if len(words) <= LONGEST_WHAT else words[: LONGEST_WHAT - 1] + "…",
        person=person,
        organisation=organisation or (house_of(person) if person else None),
        member=member,
        due=due_in(actor, sentence, said=said, language=language),
        grade=grade_of(sentence),
    )


def due_in(actor: Actor, sentence: str, *, said: Said = NOWHERE, language: str) -> date | None:
    """The day that the sentence sets, reckoned from when it was said, in the desk's zone."""
    now = timezone.localtime(said.at, ZoneInfo(actor.desk.time_zone))
    deadlines = find_deadlines(sentence, now=now, language=language, wanted=False)
    at = deadlines[0].at if deadlines else promised_day(sentence, now=now, language=language)
    return at.date() if at else None


def grade_of(sentence: str) -> Commitment.Grade:
    """How firm its words are."""
    if LOOKS.search(sentence):
        return Commitment.Grade.LOOKS
    return Commitment.Grade.INTENDS if INTENDS.search(sentence) else Commitment.Grade.WILL


def house_of(person: Person) -> Organisation | None:
    """Where the person works today, if that is one organisation."""
    current = person.positions.filter(until__isnull=True, organisation__removed_at__isnull=True)
    houses = {each.organisation for each in current.select_related("organisation")}
    return next(iter(houses)) if len(houses) == 1 else None


def _between(actor: Actor, sentence: str, said: Said) -> tuple[Commitment.Side, Partner, User | None]:
    if said.message:
        return _of_mail(actor, said.message)
    if said.meeting:
        return _of_meeting(actor, said.meeting, sentence)
    return Commitment.Side.THEIRS, (None, None), None


def _of_mail(actor: Actor, message: Message) -> tuple[Commitment.Side, Partner, User | None]:
    if message.ours:
        rows = Recipient.objects.filter(message=message, field=Recipient.Field.TO).order_by("pk")
        first = rows.select_related("sender__person", "sender__organisation").first()
        known = first.sender if first else None
        writer = ourselves(actor.desk).members.get(message.from_email.lower())
        return Commitment.Side.OURS, (known.person, known.organisation) if known else (None, None), writer
    known = message.sender
    return Commitment.Side.THEIRS, (known.person, known.organisation) if known else (None, None), None


def _of_meeting(
    actor: Actor, meeting: Meeting, sentence: str
) -> tuple[Commitment.Side, Partner, User | None]:
    words = f" {fold(sentence)} "
    guests = list(meeting.attendances.filter(ours=False).select_related("person", "organisation"))
    for guest in guests:
        names = (guest.person.full_name, guest.person.call_name) if guest.person else ()
        if guest.person and any(f" {fold(name)} " in words for name in names if name):
            return Commitment.Side.THEIRS, (guest.person, guest.organisation), None
    partner = (guests[0].person, guests[0].organisation) if len(guests) == 1 else _house(guests)
    for member in ourselves(actor.desk).members.values():
        names = (member.full_name, member.full_name.split()[0])
        if any(f" {fold(name)} " in words for name in names):
            return Commitment.Side.OURS, partner, member
    return Commitment.Side.THEIRS, partner, None


def _house(guests: list[Attendance]) -> Partner:
    """The organisation that all of them come for, if that is one."""
    houses = {guest.organisation for guest in guests}
    return (None, next(iter(houses))) if len(houses) == 1 else (None, None)
