"""When meetings take place, as one actor may see it, in the reader's zone."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.meetings.formats.series import CannotExpand, moments_between
from jembatan.meetings.formats.timed import Part
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.models import Occurrence as Row
from jembatan.meetings.models.occurrence import span

# A wall clock's time or a day is stored by its digits: for a reader at either end of the earth it is this far away.
FARTHEST_ZONE = timedelta(hours=14)
PRECISE = (Meeting.Precision.MINUTE, Meeting.Precision.DAY)

type Party = Person | Organisation


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A meeting at one time. Both times are moments for the reader: an all-day meeting begins at the reader's midnight."""

    meeting: Meeting
    starts_at: datetime
    ends_at: datetime
    recurrence_id: str

    @property
    def vague(self) -> bool:
        """Only its month or year is known."""
        return self.meeting.precision not in PRECISE


def occurrences(
    actor: Actor, start: datetime, end: datetime, *, party: Party | None = None
) -> list[Occurrence]:
    """What touches the period from `start` until before `end`, in time order, cancelled meetings too."""
    first, last = start - FARTHEST_ZONE, end + FARTHEST_ZONE
    rows = visible_rows(actor, party=party).alias(span=span()).filter(span__overlap=(first, last))
    found = [placed(row) for row in rows] + beyond_the_table(actor, first, last, party=party)
    touching = [each for each in found if touches(each.starts_at, each.ends_at, start, end)]
    return sorted(touching, key=lambda each: (each.starts_at, each.ends_at, each.meeting.pk))


def next_meetings(actor: Actor, party: Party | None, limit: int) -> list[Occurrence]:
    """Those under way or to come with the party (None: with anyone), the soonest first; not cancelled, their day known."""
    now = timezone.now()
    rows = _held(actor, party).filter(_after(now), meeting__precision__in=PRECISE)
    rows = rows.filter(starts_at__gt=now - timedelta(days=31))
    return [placed(row) for row in rows.order_by("starts_at", "id")[:limit]]


def last_meetings(actor: Actor, party: Party | None, limit: int) -> list[Occurrence]:
    """Those that have begun and ended, the latest first; not cancelled."""
    now = timezone.now()
    begun = _held(actor, party).filter(starts_at__lt=now + FARTHEST_ZONE)
    rows = begun.filter(~_after(now) | (~Q(meeting__precision__in=PRECISE) & ~_after(now, "starts_at")))
    return [placed(row) for row in rows.order_by("-starts_at", "-id")[:limit]]


def _held(actor: Actor, party: Party | None) -> QuerySet[Row]:
    return visible_rows(actor, party=party).exclude(meeting__status=Meeting.Status.CANCELLED)


def _after(now: datetime, field: str = "ends_at") -> Q:
    """Whether a row ends after the moment: where its clock is not that of a zone, by the digits of the reader's clock."""
    digits = timezone.localtime(now).replace(tzinfo=UTC)
    zoned = Q(meeting__clock=Meeting.Clock.ZONED)
    return (zoned & Q(**{f"{field}__gt": now})) | (~zoned & Q(**{f"{field}__gt": digits}))


def of_dossier(actor: Actor, dossier: Dossier, limit: int) -> list[Occurrence]:
    """Its meetings, the latest first, those to come among them."""
    rows = visible_rows(actor).filter(meeting__dossier=dossier).order_by("-starts_at", "-id")[:limit]
    return [placed(row) for row in rows]


def visible_meetings(actor: Actor) -> QuerySet[Meeting]:
    """Meetings of the desk, except those of restricted dossiers that do not name the actor."""
    return Meeting.objects.filter(within_visible_dossiers(actor), desk=actor.desk)


def visible_rows(actor: Actor, *, party: Party | None = None) -> QuerySet[Row]:
    """Rows of the table of occurrences with their meetings."""
    rows = Row.objects.filter(within_visible_dossiers(actor, field="meeting__dossier"), desk=actor.desk)
    if party is not None:
        rows = rows.filter(meeting__in=with_party(party))
    return rows.select_related("meeting").defer("meeting__description", "meeting__source", "meeting__search")


def with_party(party: Party) -> QuerySet[Attendance, int]:
    """Ids of the meetings that a party attends."""
    condition = Q(person=party) if isinstance(party, Person) else Q(organisation=party)
    return Attendance.objects.filter(condition).values_list("meeting_id", flat=True)


def placed(row: Row) -> Occurrence:
    """The row as the reader of now sees it."""
    meeting = row.meeting
    return Occurrence(meeting, meeting.placed(row.starts_at), meeting.placed(row.ends_at), row.recurrence_id)


def touches(starts_at: datetime, ends_at: datetime, start: datetime, end: datetime) -> bool:
    """Whether something is in the period from `start` until before `end`; a moment at its very start is."""
    return starts_at < end and (ends_at > start or starts_at == ends_at == start)


def beyond_the_table(
    actor: Actor, start: datetime, end: datetime, *, party: Party | None = None
) -> list[Occurrence]:
    """Occurrences of series that run on past what the table holds, expanded now: for windows years ahead."""
    running = visible_meetings(actor).filter(expanded_until__lt=end)
    if party is not None:
        running = running.filter(pk__in=with_party(party))
    by_uid: dict[str, datetime] = {m.uid: m.expanded_until for m in running if m.expanded_until is not None}
    if not by_uid:
        return []
    series: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in visible_meetings(actor).filter(uid__in=by_uid):
        series[meeting.uid].append(meeting)
    return [
        each
        for uid, meetings in series.items()
        for each in _expanded(meetings, max(start, by_uid[uid]), end)
        if each.starts_at >= by_uid[uid]
    ]


def _expanded(meetings: list[Meeting], start: datetime, end: datetime) -> list[Occurrence]:
    by_key = {meeting.pk: meeting for meeting in meetings}
    try:
        found = moments_between([part_of(meeting) for meeting in meetings], start, end)
    except CannotExpand:
        return []
    return [
        placed(
            Row(
                meeting=by_key[m.key], starts_at=m.starts_at, ends_at=m.ends_at, recurrence_id=m.recurrence_id
            )
        )
        for m in found
    ]


def part_of(meeting: Meeting) -> Part:
    """What expansion needs to know of a meeting."""
    return Part(
        key=meeting.pk,
        uid=meeting.uid,
        recurrence_id=meeting.recurrence_id,
        and_future=meeting.and_future,
        sequence=meeting.sequence,
        clock=meeting.clock,
        zone=meeting.zone,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        rule=meeting.rule,
    )
