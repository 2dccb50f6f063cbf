"""Putting a meeting into the calendar by hand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.book import book
from jembatan.meetings.actions.guests import Party, guest_of
from jembatan.meetings.actions.lines import HELD, PLANNED, line
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.formats.repeating import Every, rule_of
from jembatan.meetings.models import Attendance, Meeting, Room
from jembatan.meetings.queries.bookings import rooms
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking

LONGEST = timedelta(days=366)
LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Times:
    """From when to when: moments, or for an all-day meeting the first and the last day, known as precisely as that."""

    starts: datetime | date
    ends: datetime | date
    precision: str = Meeting.Precision.MINUTE

    @property
    def all_day(self) -> bool:
        """Days, not moments."""
        return not isinstance(self.starts, datetime)


@transaction.atomic
def plan_meeting(
    actor: Actor,
    title: str,
    *,
    times: Times,
    zone: str,
    location: str = "",
    description: str = "",
    parties: Collection[Party] = (),
    members: Collection[User] = (),
    dossier: Dossier | None = None,
    marking: Marking = Marking.GREEN,
    room: Room | None = None,
    every: Every | None = None,
    last: date | None = None,
    allowed: bool = False,
) -> Meeting:
    """A meeting of the actor, and other `members` of the desk, with a line in the journal. Raises `ValidationError` with a sentence.

    It repeats `every` so often, up to the `last` day or without an end. `DoubleBooked` where another has the room or one of us then; of members it is done all the same where `allowed`.
    """
    require_writer(actor)
    meeting = Meeting(
        desk=actor.desk,
        uid=f"{uuid4()}@jembatan",
        title=checked_title(title),
        location=location.strip(),
        description=description.strip(),
        dossier=checked_dossier(actor, dossier),
        marking=marking,
        room=checked_room(actor, room),
        language=actor.desk.language,
    )
    set_times(meeting, times, zone)
    if every:
        _repeat(meeting, times, every, last)
    meeting.save()
    parties = checked_parties(actor, parties)
    _invite(actor, meeting, parties, members)
    schedule([meeting])
    book(actor, meeting, allowed=allowed)
    held = meeting.finishes <= timezone.now()
    record(actor, line(meeting, meeting.begins, kind=HELD if held else PLANNED, parties=parties))
    return meeting


def _repeat(meeting: Meeting, times: Times, every: Every, last: date | None) -> None:
    first = times.starts
    if isinstance(first, datetime):
        first = first.astimezone(ZoneInfo(meeting.zone))
    if last and last < (first.date() if isinstance(first, datetime) else first):
        raise ValidationError(_("It cannot repeat until a day before it begins."))
    meeting.rule = rule_of(every, first, last=last, zone=meeting.zone)


def checked_title(typed: str) -> str:
    """On one line; `ValidationError` for none, or one that is too long."""
    title = " ".join(typed.split())
    if not title:
        raise ValidationError(_("Give the meeting a title."))
    MaxLengthValidator(LONGEST_TITLE)(title)
    return title


def set_times(meeting: Meeting, times: Times, zone: str) -> None:
    """Write when the meeting is; without a zone on everyone's own clock, the moments holding its digits in UTC.

    Raises `ValidationError` when it ends before it begins, or lasts longer than a year.
    """
    if isinstance(times.starts, datetime) and isinstance(times.ends, datetime):
        meeting.clock = Meeting.Clock.ZONED if zone else Meeting.Clock.FLOATING
        meeting.zone = ZoneInfo(zone).key if zone else ""
        meeting.starts_at, meeting.ends_at = times.starts, times.ends
    else:
        meeting.clock, meeting.zone = Meeting.Clock.DATE, ""
        meeting.starts_at, meeting.ends_at = (
            _midnight(times.starts),
            _midnight(times.ends) + timedelta(days=1),
        )
    meeting.precision = Meeting.Precision(times.precision)
    if meeting.ends_at < meeting.starts_at:
        raise ValidationError(_("The meeting ends before it begins."))
    if meeting.ends_at - meeting.starts_at > LONGEST:
        raise ValidationError(_("A meeting cannot last longer than a year."))


def checked_room(actor: Actor, room: Room | None) -> Room | None:
    """The room, if it can be booked; `ValidationError` else."""
    if room is not None and not rooms(actor).filter(pk=room.pk).exists():
        raise ValidationError(_("There is no such room."))
    return room


def checked_dossier(actor: Actor, dossier: Dossier | None) -> Dossier | None:
    """The dossier, if the actor sees it; `ValidationError` else."""
    if dossier is not None and not visible_dossiers(actor).filter(pk=dossier.pk).exists():
        raise ValidationError(_("There is no such dossier."))
    return dossier


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def checked_parties(actor: Actor, parties: Collection[Party]) -> list[Party]:
    """Those of the directory that the actor sees, once each in their order; `ValidationError` where one is not."""
    people = [party.pk for party in parties if isinstance(party, Person)]
    organisations = [party.pk for party in parties if isinstance(party, Organisation)]
    seen: dict[Party, Party] = {person: person for person in visible_people(actor).filter(pk__in=people)}
    seen |= {each: each for each in visible_organisations(actor).filter(pk__in=organisations)}
    if len(seen) != len(set(parties)):
        raise ValidationError(_("One of these parties is not in the directory."))
    return [seen[party] for party in dict.fromkeys(parties)]


def _invite(actor: Actor, meeting: Meeting, parties: Collection[Party], members: Collection[User]) -> None:
    guests = [guest_of(meeting, party) for party in parties]
    guests += [
        Attendance(meeting=meeting, name=user.full_name, email=user.email, ours=True)
        for user in members
        if user != actor.user
    ]
    if actor.user is not None:
        guests.append(
            Attendance(
                meeting=meeting,
                name=actor.name,
                email=actor.user.email,
                ours=True,
                organiser=True,
                status=Attendance.Status.ACCEPTED,
            )
        )
    Attendance.objects.bulk_create(guests)
