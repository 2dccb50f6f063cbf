"""What comes, day by day, with whom."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jembatan.meetings.queries.guests import names_outside
from jembatan.meetings.queries.wording import heading_text
from jembatan.meetings.web.calendar.entries import Entry

DAYS = 14
# Fewer days where they hold more than this: as many as a page can show at once.
MOST = 80


@dataclass(frozen=True, slots=True)
class Line:
    """An entry and the names of those from outside."""

    entry: Entry
    with_whom: str


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day on which something is."""

    day: date
    text: str
    is_today: bool
    lines: list[Line]


def agenda_of(entries: Sequence[Entry], first: date, days: int, *, today: date) -> list[AgendaDay]:
    """The days from `first` that have meetings, always today; one query for all guests."""
    names = names_outside({entry.occurrence.meeting.pk for entry in entries})
    on: dict[date, list[Line]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (not entry.whole_days, entry.starts)):
        for day in _days(entry, first, days):
            on[day].append(Line(entry, names.get(entry.occurrence.meeting.pk, "")))
    shown = {*on, *({today} if first <= today < first + timedelta(days=days) else ())}
    return [AgendaDay(day, heading_text(day), day == today, on[day]) for day in sorted(shown)]


def lines_of(entries: Collection[Entry]) -> list[Line]:
    """The same lines without days, for panels."""
    names = names_outside({entry.occurrence.meeting.pk for entry in entries})
    return [Line(entry, names.get(entry.occurrence.meeting.pk, "")) for entry in entries]


def _days(entry: Entry, first: date, days: int) -> list[date]:
    start, end = max(entry.first, first), min(entry.last, first + timedelta(days=days - 1))
    return [start + timedelta(days=index) for index in range((end - start).days + 1)]
