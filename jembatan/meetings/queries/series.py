"""A series, its coming occurrences and its changes."""

from django.db.models import QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.occurrences import Occurrence, placed, visible_meetings

CHANGES = 20


def occurrence_at(meeting: Meeting, recurrence_id: str) -> Occurrence:
    """The occurrence of that name; else the next one of a series, else its last, else the meeting's own time."""
    rows = meeting.occurrences.order_by("starts_at")
    row = rows.filter(recurrence_id=recurrence_id).first() if recurrence_id else None
    if row is None and meeting.is_series:
        row = rows.filter(ends_at__gt=timezone.now()).first() or rows.last()
    if row is None:
        return Occurrence(meeting, meeting.begins, meeting.finishes, meeting.recurrence_id)
    row.meeting = meeting
    return placed(row)


def coming(meeting: Meeting, limit: int) -> list[Occurrence]:
    """The next occurrences of a series; none of a single meeting."""
    if not meeting.is_series:
        return []
    rows = meeting.occurrences.filter(ends_at__gt=timezone.now()).order_by("starts_at")[:limit]
    for row in rows:
        row.meeting = meeting
    return [placed(row) for row in rows]


def changed_dates(series: Meeting) -> QuerySet[Meeting]:
    """The dates of a series that are meetings of their own, in their order; whoever may see the series knows of them."""
    dates = Meeting.objects.filter(desk=series.desk_id, uid=series.uid).exclude(recurrence_id="")
    return dates.order_by("recurrence_id")


def changes_of(actor: Actor, meeting: Meeting) -> list[Meeting]:
    """The other parts of the same series, by time: the series itself and its changed occurrences."""
    if not meeting.is_series and not meeting.recurrence_id:
        return []
    others = visible_meetings(actor).filter(uid=meeting.uid).exclude(pk=meeting.pk)
    return list(
        others.defer("description", "source", "search").order_by("recurrence_id", "starts_at")[:CHANGES]
    )
