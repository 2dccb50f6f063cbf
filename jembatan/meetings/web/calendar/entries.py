"""An occurrence as every view of the calendar shows it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.utils import timezone

from jembatan.meetings.models.meeting import takes_whole_days
from jembatan.meetings.queries.occurrences import Occurrence
from jembatan.meetings.queries.online import join_host, join_link
from jembatan.meetings.queries.wording import hours_text, when_text
from jembatan.platform.ui.addresses import record_address

SOON = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Entry:
    """The occurrence with its local times, its address, and the days that it touches (`last` included)."""

    occurrence: Occurrence
    starts: datetime
    ends: datetime
    first: date
    last: date

    @property
    def title(self) -> str:
        """The meeting's own, never empty."""
        return str(self.occurrence.meeting)

    @property
    def url(self) -> str:
        """The meeting's page; of a series, at this occurrence."""
        address = record_address("meetings:meeting", self.occurrence.meeting.pk)
        at = self.occurrence.recurrence_id
        return f"{address}?{urlencode({'at': at})}" if at else address

    @property
    def whole_days(self) -> bool:
        """It stands above the hours: all day, or a day and longer."""
        return takes_whole_days(self.occurrence.meeting.clock, self.starts, self.ends)

    @property
    def hours(self) -> str:
        """ "14:30–15:30"; "" for whole days."""
        return "" if self.whole_days else hours_text(self.starts, self.ends)

    @property
    def begins(self) -> str:
        """ "14:30"; "" for whole days."""
        return self.hours.partition("–")[0]

    @property
    def when(self) -> str:
        """All of it, for those who listen or hover."""
        return when_text(self.occurrence.meeting, self.starts, self.ends)

    @property
    def join(self) -> str:
        """The link of an online meeting that is under way or begins soon; "" otherwise."""
        under_way = self.starts - SOON <= timezone.now() < self.ends and not self.whole_days
        return join_link(self.occurrence.meeting) if under_way else ""

    @property
    def join_host(self) -> str:
        """Where `join` leads."""
        return join_host(self.occurrence.meeting)

    @property
    def look(self) -> str:
        """Classes: cancelled, tentative."""
        return str(self.occurrence.meeting.status)


def entry_of(occurrence: Occurrence) -> Entry:
    """The occurrence in the reader's zone."""
    starts, ends = timezone.localtime(occurrence.starts_at), timezone.localtime(occurrence.ends_at)
    return Entry(occurrence, starts, ends, *days_of(starts, ends))


def days_of(starts: datetime, ends: datetime) -> tuple[date, date]:
    """The first and the last day that it touches. What ends at midnight does not touch the day that begins then."""
    last = (ends - timedelta(microseconds=1)).date() if ends > starts else starts.date()
    return starts.date(), last
