"""What was planned becomes what was held: the journal's line, once a meeting has ended."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.journal.actions.record import record_many
from jembatan.journal.models import Entry
from jembatan.meetings.actions.book import book_what_is_free
from jembatan.meetings.actions.lines import HELD, SOURCE, line, parties_of
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.models import Booking, Meeting, Occurrence

LOOK_BACK = timedelta(days=30)
EXTEND_BEFORE = timedelta(days=365)
FARTHEST_ZONE = timedelta(hours=14)


@transaction.atomic
def record_held(desk: Desk, *, now: datetime | None = None) -> int:
    """Write a line for every occurrence of the last thirty days that has ended and has none yet; returns how many.

    Running it again writes nothing. A wall clock's time is the desk's own.
    """
    now = now or timezone.now()
    with timezone.override(ZoneInfo(desk.time_zone)):
        rows = (
            Occurrence.objects.filter(
                desk=desk, ends_at__gt=now - LOOK_BACK, ends_at__lte=now + FARTHEST_ZONE
            )
            .exclude(meeting__status=Meeting.Status.CANCELLED)
            .select_related("meeting__dossier")
            .prefetch_related("meeting__attendances__person", "meeting__attendances__organisation")
            .order_by("starts_at")
        )
        ended = [row for row in rows if row.meeting.placed(row.ends_at) <= now]
        known = _written(desk, [row.meeting_id for row in ended])
        lines = [
            line(row.meeting, begins, kind=HELD, parties=parties_of(row.meeting))
            for row in ended
            if (row.meeting_id, begins := row.meeting.placed(row.starts_at)) not in known
        ]
        return record_many(operator(desk, label="Jembatan"), lines)


@transaction.atomic
def extend_series(desk: Desk, *, now: datetime | None = None) -> int:
    """Tell the occurrences of series that run on for another three years, when less than one is left; returns how many.

    What books its dates books the new ones.
    """
    now = now or timezone.now()
    running = Meeting.objects.filter(desk=desk, expanded_until__lt=now + EXTEND_BEFORE).select_related("desk")
    meetings = list(running)
    schedule(meetings, now=now)
    booked = set(Booking.objects.filter(meeting__in=meetings).values_list("meeting", flat=True))
    for meeting in meetings:
        if meeting.pk in booked:
            book_what_is_free(operator(desk, label="Jembatan"), meeting)
    return len(meetings)


def _written(desk: Desk, meeting_ids: list[int]) -> set[tuple[int, datetime]]:
    rows = Entry.objects.filter(desk=desk, source_kind=SOURCE, source_id__in=meeting_ids, kind=HELD)
    return {(pk, moment) for pk, moment in rows.values_list("source_id", "occurred_at") if pk is not None}
