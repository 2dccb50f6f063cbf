"""What a sentence seems to promise: who to whom, by when, how firmly. A person looks at it before it is written down."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.commitments.formats.promises import Owes, read_sentence
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
    """What we wrote is ours, what they wrote is theirs, and what is asked for the other way round; of a meeting, whoever the sentence names owes it."""
    firmness, owes = read_sentence(sentence) or (None, None)
    side, (person, organisation), member = _between(actor, sentence, said, owes)
    words = " ".join(sentence.split())
    return Guess(
        side=side,
        what=words if len(words) <= LONGEST_WHAT else words[: LONGEST_WHAT - 1] + "…",
        person=person,
        organisation=organisation or (house_of(person) if person else None),
        member=member,
        due=due_in(actor, sentence, said=said, language=language),
        grade=Commitment.Grade(firmness) if firmness else grade_of(sentence),
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


def side_in_mail(message: Message, owes: Owes | None, member: User | None) -> Commitment.Side:
    """`member` is the colleague whom the sentence names; where it cannot be read, whoever writes owes it."""
    if owes == Owes.NAMED:
        return Commitment.Side.OURS if member else Commitment.Side.THEIRS
    return Commitment.Side.OURS if message.ours == (owes != Owes.READER) else Commitment.Side.THEIRS


def side_in_minutes(owes: Owes | None, member: User | None) -> Commitment.Side:
    """The desk writes the minutes: "we" are ours, and so is the colleague whom the sentence names."""
    return Commitment.Side.OURS if member or owes == Owes.WRITER else Commitment.Side.THEIRS


def member_named(members: Iterable[User], sentence: str) -> User | None:
    """The one whose name, or whose first name, stands in it."""
    words = f" {fold(sentence)} "
    for member in members:
        names = (member.full_name, member.full_name.split()[0])
        if any(f" {fold(name)} " in words for name in names):
            return member
    return None


def _between(
    actor: Actor, sentence: str, said: Said, owes: Owes | None
) -> tuple[Commitment.Side, Partner, User | None]:
    if said.message:
        return _of_mail(actor, said.message, sentence, owes)
    if said.meeting:
        return _of_meeting(actor, said.meeting, sentence, owes)
    return Commitment.Side.THEIRS, (None, None), None


def _of_mail(
    actor: Actor, message: Message, sentence: str, owes: Owes | None
) -> tuple[Commitment.Side, Partner, User | None]:
    members = ourselves(actor.desk).members if message.ours or owes == Owes.NAMED else {}
    named = member_named(members.values(), sentence) if owes == Owes.NAMED else None
    side = side_in_mail(message, owes, named)
    if message.ours:
        rows = Recipient.objects.filter(message=message, field=Recipient.Field.TO).order_by("pk")
        first = rows.select_related("sender__person", "sender__organisation").first()
        known = first.sender if first else None
        writer = members.get(message.from_email.lower())
        return side, (known.person, known.organisation) if known else (None, None), named or writer
    known = message.sender
    return side, (known.person, known.organisation) if known else (None, None), named


def _of_meeting(
    actor: Actor, meeting: Meeting, sentence: str, owes: Owes | None
) -> tuple[Commitment.Side, Partner, User | None]:
    guests = list(meeting.attendances.filter(ours=False).select_related("person", "organisation"))
    named = _guest_named(guests, sentence)
    member = None if named else member_named(ourselves(actor.desk).members.values(), sentence)
    alone = (guests[0].person, guests[0].organisation) if len(guests) == 1 else _house(guests)
    return side_in_minutes(owes, member), named or alone, member


def _guest_named(guests: list[Attendance], sentence: str) -> Partner | None:
    words = f" {fold(sentence)} "
    for guest in guests:
        person, house = guest.person, guest.organisation
        if person and any(
            f" {fold(name)} " in words for name in (person.full_name, person.call_name) if name
        ):
            return person, house
        if house and any(f" {fold(name)} " in words for name in (house.name, house.short_name) if name):
            return None, house
    return None


def _house(guests: list[Attendance]) -> Partner:
    """The organisation that all of them come for, if that is one."""
    houses = {guest.organisation for guest in guests}
    return (None, next(iter(houses))) if len(houses) == 1 else (None, None)
