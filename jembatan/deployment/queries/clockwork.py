"""The programme's time as the engine counts it: minutes from the first midnight, and days from the first."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jembatan.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Clockwork:
    """`first` is the programme's first day, in `zone`. Minutes are those of the clocks on the wall: every day has 1,440 of them.

    So hours of officers and of the night hold on each day; in the one night in which clocks go forward, a rest counts an hour too long.
    """

    first: date
    last: date
    zone: ZoneInfo

    @property
    def midnight(self) -> datetime:
        """Where the minutes begin."""
        return datetime.combine(self.first, time(), self.zone)

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    def minute(self, moment: datetime) -> int:
        """Of a moment; before the first midnight it is negative."""
        there = moment.astimezone(self.zone).replace(tzinfo=None)
        return (there - self._began) // timedelta(minutes=1)

    def moment(self, minute: int) -> datetime:
        """The inverse, in the programme's zone."""
        return (self._began + timedelta(minutes=minute)).replace(tzinfo=self.zone)

    @property
    def _began(self) -> datetime:
        return datetime.combine(self.first, time())

    def number(self, day: date) -> int:
        """Of a day, from 0."""
        return (day - self.first).days

    def day(self, number: int) -> date:
        """The inverse."""
        return self.first + timedelta(days=number)

    def today(self, now: datetime) -> date:
        """The day of the programme that it is, or the nearest one."""
        return min(max(now.astimezone(self.zone).date(), self.first), self.last)


def clockwork(programme: Programme) -> Clockwork:
    """Of a programme."""
    return Clockwork(programme.first_day, programme.last_day, ZoneInfo(programme.zone))
