"""Rooms, and what is taken when."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.meetings.models import Booking, Meeting, Room
from jembatan.meetings.queries.occurrences import visible_meetings


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody or a room is at another meeting then: `other` is None where the actor may not see that one."""

    who: User | Room
    other: Meeting | None


def rooms(actor: Actor) -> QuerySet[Room]:
    """Those that can be booked, by name."""
    return Room.objects.filter(desk=actor.desk, retired_at__isnull=True).order_by("name")


def span_of(meeting: Meeting) -> DateTimeTZRange | None:
    """From when until when; None for what takes no time. Days and wall clocks are the desk's."""
    starts, ends = meeting.starts_at, meeting.ends_at
    if meeting.clock != Meeting.Clock.ZONED:
        starts, ends = _at_the_desk(meeting, starts), _at_the_desk(meeting, ends)
    return DateTimeTZRange(starts, ends) if starts < ends else None


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


def taken(actor: Actor, meeting: Meeting) -> list[Taken]:
    """Whom and what of this meeting another one has at the same time, each once."""
    span = span_of(meeting)
    if span is None:
        return []
    others = (
        Booking.objects.filter(span__overlap=span).exclude(meeting=meeting).select_related("room", "member")
    )
    seen = visible_meetings(actor).in_bulk(
        list(others.filter(meeting__desk=actor.desk).values_list("meeting_id", flat=True))
    )
    of_room = others.filter(room=meeting.room_id) if meeting.room_id else others.none()
    found: dict[object, Taken] = {}
    for each in (*of_room, *others.filter(member__in=members_of(meeting))):
        who = each.room or each.member
        assert who is not None
        found.setdefault(who, Taken(who, seen.get(each.meeting_id)))
    return list(found.values())


def _at_the_desk(meeting: Meeting, moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=ZoneInfo(meeting.desk.time_zone))
