"""Meetings as calendar objects: all VEVENTs of one UID in one text, as other programs are given them (RFC 4791 4.1)."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Max, Min, Prefetch, Q, QuerySet
from icalendar import Component

from jembatan.accounts.models import Desk
from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.calendars import BROKEN
from jembatan.meetings.formats.marked import Described, marked
from jembatan.meetings.formats.plain_writing import plain_calendar
from jembatan.meetings.formats.writing import write_calendar, write_event
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.occurrences import FARTHEST_ZONE, PRECISE
from jembatan.platform.markings import Marking, highest

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
DESCRIBED = tuple(Described.__dataclass_fields__)

_GUESTS = Prefetch(
    "attendances",
    Attendance.objects.select_related("person", "organisation").only(
        "meeting",
        "name",
        "email",
        "status",
        "organiser",
        "optional",
        "ours",
        "person__marking",
        "organisation__marking",
    ),
)


@dataclass(frozen=True, slots=True)
class CalendarObject:
    """`marking` is the highest of its parts and of the guests that they name, `dossiers` those that they lie in; `ends_at` is None where it runs on."""

    uid: str
    text: str
    marking: str
    dossiers: tuple[int, ...]
    starts_at: datetime
    ends_at: datetime | None


def shared_uids(desk: Desk) -> QuerySet[Meeting, str]:
    """UIDs of the meetings that other programs are given.

    Left out are those of which any part is marked TLP:RED, those that were called off as a whole, and what a log knows by
    month or year alone.
    """
    hidden = Meeting.objects.filter(desk=desk).filter(_at_the_desk()).values("uid")
    uids = Meeting.objects.filter(desk=desk).exclude(uid__in=hidden).order_by()
    return uids.values_list("uid", flat=True).distinct()


def objects(desk: Desk, uids: Collection[str]) -> Iterator[CalendarObject]:
    """In any order; nothing of those that are not shared. Guests marked TLP:RED are not named."""
    parts: dict[str, list[Meeting]] = defaultdict(list)
    rows = Meeting.objects.filter(desk=desk, uid__in=list(uids)).defer("search")
    rows = rows.annotate(first=Min("occurrences__starts_at"), last=Max("occurrences__ends_at"))
    for meeting in rows.prefetch_related(_GUESTS).order_by("recurrence_id", "pk"):
        parts[meeting.uid].append(meeting)
    kept_here = set(
        Meeting.objects.filter(_at_the_desk(), desk=desk, uid__in=list(uids)).values_list("uid", flat=True)
    )
    for uid, meetings in parts.items():
        if uid not in kept_here:
            yield _object(uid, meetings)


def text_of(meetings: Collection[Meeting]) -> str:
    """The parts of one UID as they are served; without what their files said beside them where nobody can write that."""
    plain = plain_calendar([(_described(one), _people(one), one.stamp or UNDATED) for one in meetings])
    return plain if plain is not None else text_by_library(meetings)


def text_by_library(meetings: Collection[Meeting]) -> str:
    """The same where something is out of the ordinary, in ten times the time."""
    try:
        return write_calendar(_event(meeting) for meeting in meetings).decode()
    except BROKEN:
        return write_calendar(_event(meeting, source="") for meeting in meetings).decode()


def _at_the_desk() -> Q:
    called_off = Q(status=Meeting.Status.CANCELLED, recurrence_id="")
    return Q(marking=Marking.RED) | called_off | ~Q(precision__in=PRECISE)


def _object(uid: str, meetings: list[Meeting]) -> CalendarObject:
    runs_on = any(meeting.expanded_until for meeting in meetings)
    starts = min(getattr(meeting, "first", None) or meeting.starts_at for meeting in meetings)
    ends = max(getattr(meeting, "last", None) or meeting.ends_at for meeting in meetings)
    if any(meeting.clock != Meeting.Clock.ZONED for meeting in meetings):
        starts, ends = starts - FARTHEST_ZONE, ends + FARTHEST_ZONE
    return CalendarObject(
        uid=uid,
        text=text_of(meetings),
        marking=highest(
            [
                *(meeting.marking for meeting in meetings),
                *(_marking_of(guest) for meeting in meetings for guest in _named(meeting)),
            ]
        ),
        dossiers=tuple({meeting.dossier_id for meeting in meetings if meeting.dossier_id}),
        starts_at=starts,
        ends_at=None if runs_on else ends,
    )


def _event(meeting: Meeting, **other: str) -> Component:
    event = write_event(_described(meeting, **other), _people(meeting), now=meeting.stamp or UNDATED)
    event["X-TLP"] = meeting.marking
    return event


def _described(meeting: Meeting, **other: str) -> Described:
    return marked(Described(**{name: getattr(meeting, name) for name in DESCRIBED} | other))


def _people(meeting: Meeting) -> list[Attendee]:
    return [_attendee(guest) for guest in _named(meeting)]


def _named(meeting: Meeting) -> list[Attendance]:
    """Who is for the eyes of those alone that look them up does not leave the desk as a guest either."""
    return [guest for guest in meeting.attendances.all() if _marking_of(guest) != Marking.RED]


def _marking_of(guest: Attendance) -> str:
    """What the directory says of the one who is named; a database trigger tells when that changes. Colleagues are everybody's."""
    party = guest.person or guest.organisation
    return Marking.CLEAR if party is None or guest.ours else party.marking


def _attendee(guest: Attendance) -> Attendee:
    return Attendee(
        name=guest.name,
        email=guest.email,
        status=guest.status,
        organiser=guest.organiser,
        optional=guest.optional,
        uri="" if guest.email else f"urn:jembatan:guest:{guest.pk}",
    )
