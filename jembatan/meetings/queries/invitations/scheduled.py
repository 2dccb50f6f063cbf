"""A meeting as calendars exchange it: with those who take part, and who has invited them."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.itip.scheduled import Scheduled, read_scheduled
from jembatan.meetings.formats.writing import write_calendar, write_event
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.series import changed_dates


def scheduled_of(meeting: Meeting, people: Iterable[Attendance], *, now: datetime) -> Scheduled:
    """The meeting with these guests; of one of ours, the address that has invited is the organiser."""
    attending = [_attendee(each, ours=meeting.is_ours) for each in people if each.email]
    if meeting.is_ours:
        named = next((each.name for each in attending if each.email == meeting.invited_as), str(meeting.desk))
        attending.insert(0, Attendee(name=named, email=meeting.invited_as, organiser=True))
    found, _file = read_scheduled(write_calendar([write_event(meeting, attending, now=now)]))
    assert found is not None
    return found


def told_version(meeting: Meeting, *, now: datetime) -> Scheduled | None:
    """What those whom we have invited know of it, of a series with its changed dates; None where nobody was invited."""
    if not meeting.is_ours or not meeting.attendances.filter(told__isnull=False).exists():
        return None
    dates = changed_dates(meeting).exclude(invited_as="").select_related("desk") if meeting.is_series else ()
    found = scheduled_of(meeting, _told(meeting), now=now)
    for each in dates:
        found.instances += scheduled_of(each, _told(each), now=now).instances
    return found


def _told(meeting: Meeting) -> QuerySet[Attendance]:
    return meeting.attendances.exclude(told__isnull=True, ours=False).order_by("-ours", "pk")


def _attendee(guest: Attendance, *, ours: bool) -> Attendee:
    return Attendee(
        name=guest.name,
        email=guest.email,
        status=guest.status,
        organiser=guest.organiser and not ours,
        optional=guest.optional,
    )
