"""What the calendar says of the time of people of ours, whether or not it was booked: meetings of files and of others, too."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet

from jembatan.accounts.models import Desk, User
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.models.occurrence import span
from jembatan.meetings.queries.occurrences import FARTHEST_ZONE, PRECISE

NOT_THERE = (Attendance.Status.DECLINED, Attendance.Status.DELEGATED)


def engagements(desk: Desk, users: Collection[User], first: datetime, last: datetime) -> QuerySet[Attendance]:
    """One row for each of them and each date that touches the period on some clock, unless they stay away, it is called off, or its
    calendar says that it leaves people free.

    Whatever the dossier: that somebody is engaged is told, not by what.
    """
    spelled = {spelling for user in users for spelling in (user.email, user.email.casefold())}
    return (
        Attendance.objects.filter(meeting__desk=desk, ours=True, email__in=spelled)
        .exclude(status__in=NOT_THERE)
        .exclude(meeting__status=Meeting.Status.CANCELLED)
        .filter(meeting__precision__in=PRECISE, meeting__transparent=False)
        .alias(span=span("meeting__occurrences__"))
        .filter(span__overlap=(first - FARTHEST_ZONE, last + FARTHEST_ZONE))
    )
