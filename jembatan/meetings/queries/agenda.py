"""A meeting's agenda with its times."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from jembatan.meetings.models import AgendaItem, Meeting
from jembatan.meetings.queries.papers import with_papers
from jembatan.meetings.queries.wording import hours_text


@dataclass(frozen=True, slots=True)
class Point:
    """An item, and from when to when it is; no times where those before it do not say how long they take."""

    item: AgendaItem
    starts_at: datetime | None
    ends_at: datetime | None

    @property
    def hours(self) -> str:
        """ "14:30–14:40", "14:30" without an end, "" without a beginning."""
        if self.starts_at is None:
            return ""
        return hours_text(self.starts_at, self.ends_at or self.starts_at)


@dataclass(frozen=True, slots=True)
class Agenda:
    """`minutes` are those that are given away; `over` by how many they exceed the meeting."""

    points: list[Point]
    minutes: int
    over: int


def standing_items(meeting: Meeting) -> QuerySet[AgendaItem]:
    """In their order, without what was taken out."""
    items = meeting.agenda.filter(position__isnull=False).order_by("position")
    return items.select_related("owner__person", "owner__organisation")


def agenda_of(meeting: Meeting, starts_at: datetime, ends_at: datetime) -> Agenda:
    """At one occurrence of the meeting; of a whole day there are no times."""
    items = list(with_papers(standing_items(meeting)))
    given = sum(item.minutes or 0 for item in items)
    if meeting.all_day:
        return Agenda([Point(item, None, None) for item in items], given, 0)
    length = int((ends_at - starts_at).total_seconds() // 60)
    open_ended = [item for item in items if item.minutes is None]
    rest = max(0, length - given)
    points: list[Point] = []
    clock: datetime | None = starts_at
    for item in items:
        minutes = item.minutes if item.minutes is not None else rest if len(open_ended) == 1 else None
        until = clock + timedelta(minutes=minutes) if clock is not None and minutes is not None else None
        points.append(Point(item, clock, until))
        clock = until
    return Agenda(points, given, max(0, given - length))
