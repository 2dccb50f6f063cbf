"""How much is on each day of a period, and which of it a page shows: the cost of a page does not grow with what it leaves out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from jembatan.meetings.queries.outline import Outline
from jembatan.meetings.web.calendar.entries import days_of

ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class Crowd:
    """By day, in the order in which a day is shown: whole days first, then by time. `vague` has no known day."""

    days: dict[date, list[Outline]] = field(default_factory=lambda: defaultdict(list))
    vague: list[Outline] = field(default_factory=list)

    def count(self, day: date) -> int:
        """How many are on that day."""
        return len(self.days.get(day, ()))

    def first_of_each_day(self, most: int) -> set[Outline]:
        """At most `most` of each day; what takes whole days is among them on each of its days."""
        return {each for on in self.days.values() for each in on[:most]}

    def on(self, first: date, end: date) -> set[Outline]:
        """Everything on the days from `first` until before `end`."""
        return {each for day, on in self.days.items() if first <= day < end for each in on}

    def until_full(self, first: date, end: date, most: int) -> date:
        """The end of the days from `first` that together hold `most`; the first day is never cut, however full."""
        total, day = 0, first
        while day < end:
            total += self.count(day)
            if total > most and day > first:
                return day
            day += ONE_DAY
        return end


def crowd_of(outlines: Iterable[Outline], first: date, end: date) -> Crowd:
    """The days from `first` until before `end`, in the reader's zone."""
    crowd = Crowd()
    for each in sorted(outlines, key=lambda each: (not each.whole_days, each.starts_at)):
        if each.vague:
            crowd.vague.append(each)
            continue
        begins, ends = days_of(timezone.localtime(each.starts_at), timezone.localtime(each.ends_at))
        day = max(begins, first)
        while day <= min(ends, end - ONE_DAY):
            crowd.days[day].append(each)
            day += ONE_DAY
    return crowd
