"""When people of ours are engaged, as finding times sees it."""

from datetime import UTC, datetime, timedelta

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.polls.busy import busy_times

NINE = datetime(2027, 3, 4, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
WINDOW = NINE - HOUR, NINE + 12 * HOUR


def _engaged(actor: Actor, first: int, last: int, *, place: str = "") -> Meeting:
    """From and to, in hours after nine."""
    assert actor.user is not None
    times = Times(NINE + first * HOUR, NINE + last * HOUR)
    meeting = plan_meeting(actor, "Rapat", times=times, zone="Asia/Jakarta", location=place, allowed=True)
    Attendance.objects.get_or_create(meeting=meeting, email=actor.user.email, ours=True)
    return meeting


def _hours(actor: Actor, **more: timedelta | str) -> list[tuple[float, float]]:
    assert actor.user is not None
    spans = busy_times(actor.desk, [actor.user], WINDOW, **more)[actor.user.pk]  # type: ignore[arg-type]  # by name
    return [((begins - NINE) / HOUR, (ends - NINE) / HOUR) for begins, ends in spans]


def test_meetings_that_touch_or_overlap_are_one_time(officer: Actor) -> None:
    for first, last in ((5, 6), (0, 2), (1, 3), (3, 4), (2, 3)):
        _engaged(officer, first, last)
    assert _hours(officer) == [(0, 4), (5, 6)]


def test_way_to_another_place_is_part_of_the_time(officer: Actor) -> None:
    _engaged(officer, 0, 1, place="Ruang 1")
    _engaged(officer, 2, 3, place="Bogor")
    _engaged(officer, 7, 8)
    assert _hours(officer, place="ruang  1", travel=HOUR / 2) == [(0, 1), (1.5, 3.5), (7, 8)]
