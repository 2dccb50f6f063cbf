"""The demo office works on working days, whatever today is, and nobody of it is at two meetings at once."""

from datetime import date, datetime, time, timedelta
from itertools import combinations

import pytest

from demo.arrangements import poll_times
from demo.days import working_day
from demo.meetings import PLANNED, Planned

FORTNIGHT = [date(2026, 12, 14) + timedelta(days=number) for number in range(14)]
DAYS_OFF = [date(2026, 12, 25), date(2027, 1, 1)]
TWO_WEEKS = timedelta(days=14)


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in DAYS_OFF


def times(planned: Planned, today: date) -> list[tuple[datetime, datetime]]:
    """The rule of the demo is a weekly one: of holidays within it a calendar knows nothing."""
    begins = datetime.combine(working_day(today, planned.days), time(planned.hour, planned.minute))
    weeks = range(20) if planned.rule else range(1)
    dates = [begins + timedelta(weeks=number) for number in weeks]
    return [(each, each + timedelta(minutes=planned.length)) for each in dates]


@pytest.mark.parametrize("today", FORTNIGHT, ids=str)
def test_meetings_and_polls_are_on_working_days(today: date) -> None:
    days = {planned.key: working_day(today, planned.days) for planned in PLANNED}
    offered = poll_times(today)

    assert [key for key, day in days.items() if not works(day)] == []
    assert [key for key, day in days.items() if (day < today) != (planned_days(key) < 0)] == []
    assert max(days.values()) - today < TWO_WEEKS, "the agenda shows them all"
    assert all(works(moment.date()) for moment in offered)
    assert len(set(offered)) == 4
    assert offered[0].date() > today


@pytest.mark.parametrize("today", FORTNIGHT, ids=str)
def test_nobody_is_at_two_meetings_at_once(today: date) -> None:
    at_once = [
        (one.key, other.key)
        for one, other in combinations(PLANNED, 2)
        if {*one.ours} & {*other.ours}
        and any(a < d and c < b for a, b in times(one, today) for c, d in times(other, today))
    ]
    assert at_once == []


def planned_days(key: str) -> int:
    return next(planned.days for planned in PLANNED if planned.key == key)
