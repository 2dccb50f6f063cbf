"""Rooms, and what is taken when."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.meetings.models import Attendance, Booking, InvitationMail, Meeting, Room
from jembatan.meetings.queries.engaged import engagements
from jembatan.meetings.queries.occurrences import visible_meetings

COLUMNS = (
    "email",
    "meeting",
    "meeting__clock",
    "meeting__occurrences__starts_at",
    "meeting__occurrences__ends_at",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody or a room is at another meeting then, `during` that time: `other` is None where the actor may not see that one.

    `begins` is when the meeting itself does, on that date; `day` names the date where it belongs to a series.
    """

    who: User | Room
    other: Meeting | None
    during: DateTimeTZRange
    begins: datetime
    day: date | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """The time of a member, or a room, that a meeting (by its number) has."""

    who: User | Room
    meeting: int
    span: DateTimeTZRange


def rooms(actor: Actor) -> QuerySet[Room]:
    """Those that can be booked, by name."""
    return Room.objects.filter(desk=actor.desk, retired_at__isnull=True).order_by("name")


def spans_of(meeting: Meeting) -> list[DateTimeTZRange]:
    """From when until when, from now on and in order: once, or on every date of a series that the calendar tells of.

    Days and wall clocks are the desk's; what takes no time is left out; dates that reach into each other are one span.
    """
    if meeting.is_cancelled:
        return []
    times = [(meeting.starts_at, meeting.ends_at)]
    if meeting.is_fixed:
        times = list(meeting.occurrences.order_by("starts_at").values_list("starts_at", "ends_at"))
    now = timezone.now()
    spans: list[DateTimeTZRange] = []
    for starts, ends in times:
        if meeting.clock != Meeting.Clock.ZONED:
            starts, ends = _at_the_desk(meeting, starts), _at_the_desk(meeting, ends)
        if starts >= ends or ends <= now:
            continue
        if spans and starts < spans[-1].upper:
            starts, ends = spans[-1].lower, max(ends, spans.pop().upper)
        spans.append(DateTimeTZRange(starts, ends))
    return spans


def members_of(meeting: Meeting) -> QuerySet[User]:
    """The members of the desk who take part and have not declined; whole days are no appointments."""
    if meeting.all_day:
        return User.objects.none()
    ours = meeting.attendances.filter(ours=True).exclude(status="declined").values("email")
    return User.objects.filter(memberships__desk=meeting.desk_id, email__in=ours).order_by("pk")


def booked_members(meeting: Meeting) -> QuerySet[User]:
    """Those whose time it takes: to a meeting of somebody else only who has accepted."""
    members = members_of(meeting)
    if not meeting.attendances.filter(organiser=True, ours=False).exists():
        return members
    accepted = meeting.attendances.filter(ours=True, status="accepted").values("email")
    return members.filter(email__in=accepted)


def taken(actor: Actor, meeting: Meeting, spans: Sequence[DateTimeTZRange] | None = None) -> list[Taken]:
    """Whom and what of this meeting another one has at the same time, each once, of a series each once a date.

    Of members also what the calendar says without a booking: meetings of imported files. Three queries, one more where somebody is taken, and one for the dates of a series.
    """
    spans = spans_of(meeting) if spans is None else spans
    if not spans:
        return []
    members = list(members_of(meeting))
    held = (*_booked(meeting, members, spans), *_in_calendars(meeting, members, spans))
    clashes = [(span, each) for each in held for span in _overlapping(spans, each.span)]
    if not clashes:
        return []
    seen = visible_meetings(actor).in_bulk({each.meeting for _span, each in clashes})
    zone = ZoneInfo(meeting.desk.time_zone)
    found: dict[object, Taken] = {}
    for span, each in clashes:
        day = span.lower.astimezone(zone).date() if meeting.is_fixed else None
        told = Taken(each.who, seen.get(each.meeting), each.span, span.lower, day)
        found.setdefault((each.who, span.lower), told)
    return list(found.values())


def _booked(meeting: Meeting, members: Collection[User], spans: Sequence[DateTimeTZRange]) -> Iterator[_Held]:
    wanted = Q(member__in=members)
    if meeting.room_id:
        wanted |= Q(room=meeting.room_id)
    while_it_lasts = DateTimeTZRange(spans[0].lower, spans[-1].upper)
    others = Booking.objects.filter(wanted, span__overlap=while_it_lasts).exclude(meeting=meeting)
    for each in others.select_related("room", "member").order_by("room_id", "member_id", "span"):
        who = each.room or each.member
        assert who is not None
        yield _Held(who, each.meeting_id, each.span)


def _in_calendars(
    meeting: Meeting, members: Collection[User], spans: Sequence[DateTimeTZRange]
) -> Iterator[_Held]:
    """Whole days are no appointments; an invitation by mail is one for whom it was accepted."""
    by_email = {member.email.casefold(): member for member in members}
    asked_by_mail = InvitationMail.objects.filter(meeting=OuterRef("meeting"))
    rows = (
        engagements(meeting.desk, members, spans[0].lower, spans[-1].upper)
        .exclude(meeting=meeting)
        .exclude(meeting__clock=Meeting.Clock.DATE)
        .filter(~Exists(asked_by_mail) | Q(status=Attendance.Status.ACCEPTED))
    )
    for email, other, clock, starts, ends in rows.order_by("pk").values_list(*COLUMNS):
        if clock != Meeting.Clock.ZONED:
            starts, ends = _at_the_desk(meeting, starts), _at_the_desk(meeting, ends)
        if starts < ends:
            yield _Held(by_email[email.casefold()], other, DateTimeTZRange(starts, ends))


def _overlapping(spans: Sequence[DateTimeTZRange], other: DateTimeTZRange) -> list[DateTimeTZRange]:
    """Those of the spans (in order, none touching the next) that share time with the other."""
    first = bisect_left(spans, other.lower, key=_upper)
    found = []
    for span in spans[first:]:
        if span.lower >= other.upper:
            break
        if span.upper > other.lower:
            found.append(span)
    return found


def _upper(span: DateTimeTZRange) -> datetime:
    upper: datetime = span.upper
    return upper


def _at_the_desk(meeting: Meeting, moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=ZoneInfo(meeting.desk.time_zone))
