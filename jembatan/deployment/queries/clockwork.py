"""The programme's time as the engine counts it: minutes from the first midnight, and days from the first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jembatan.programmes.models import Programme

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Clockwork:
    """`first` is the programme's first day, in `zone`. Minutes are those that pass, also in a night in which clocks change; days are the calendar's."""

    first: date
    last: date
    zone: ZoneInfo

    @property
    def midnight(self) -> datetime:
        """Where the minutes begin."""
        return self._begins(self.first)

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    def minute(self, moment: datetime) -> int:
        """Of a moment; before the first midnight it is negative."""
        return (moment.astimezone(UTC) - self.midnight) // MINUTE

    def moment(self, minute: int) -> datetime:
        """The inverse, in the programme's zone."""
        return (self.midnight + minute * MINUTE).astimezone(self.zone)

    def hour(self, moment: datetime, day: date) -> int:
        """What clocks on the wall show, in minutes from the day's midnight."""
        return (moment.astimezone(self.zone).replace(tzinfo=None) - datetime.combine(day, time())) // MINUTE

    def changes(self) -> tuple[tuple[int, int], ...]:
        """When clocks change, from the first midnight to the end of the day after the last, and by how many minutes they go forward."""
        return tuple(self._changes())

    def number(self, day: date) -> int:
        """Of a day, from 0."""
        return (day - self.first).days

    def day(self, number: int) -> date:
        """The inverse."""
        return self.first + timedelta(days=number)

    def today(self, now: datetime) -> date:
        """The day of the programme that it is, or the nearest one."""
        return min(max(now.astimezone(self.zone).date(), self.first), self.last)

    def _begins(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def _changes(self) -> Iterator[tuple[int, int]]:
        for number in range(self.days + 1):
            low, high = (self.minute(self._begins(self.day(each))) for each in (number, number + 1))
            before, after = self._ahead(low), self._ahead(high)
            while before != after and high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if self._ahead(middle) == before else (low, middle)
            if before != after:
                yield high, (after - before) // MINUTE

    def _ahead(self, minute: int) -> timedelta:
        """By how much the programme's clocks are ahead of UTC."""
        return self.moment(minute).utcoffset() or timedelta()


def clockwork(programme: Programme) -> Clockwork:
    """Of a programme."""
    return Clockwork(programme.first_day, programme.last_day, ZoneInfo(programme.zone))
