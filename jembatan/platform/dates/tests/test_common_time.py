"""Times that several people have together: checked by hand, and against looking at every time and everybody."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.platform.dates.common_time import Against, Attender, Span, common_slots
from jembatan.platform.dates.working_time import Office

HOUR = timedelta(hours=1)
WEEK = ((time(8), time(17)),) * 5 + (None, None)
JAKARTA, TOKYO, GENEVA = (ZoneInfo(name) for name in ("Asia/Jakarta", "Asia/Tokyo", "Europe/Zurich"))
MONDAY = datetime(2026, 3, 2, tzinfo=JAKARTA)
ALWAYS = Office(UTC, ((time(0), time(23, 59)),) * 7)


def at(hour: int, minute: int = 0, day: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def test_first_time_within_everybody_s_hours_comes_first() -> None:
    ours = Attender("Sari", Office(JAKARTA, WEEK), busy=[(at(8), at(10))])
    theirs = Attender("Mori", Office(TOKYO, WEEK))

    best = common_slots([ours, theirs], (MONDAY, MONDAY + timedelta(days=1)), HOUR)[0]

    assert (best.starts_at, best.ends_at) == (at(10), at(11))
    assert best.hindrances == ()


def test_an_engagement_that_ends_when_the_meeting_begins_is_none() -> None:
    somebody = Attender("Sari", Office(JAKARTA, WEEK), busy=[(at(8), at(9)), (at(10), at(17))])
    best = common_slots([somebody], (at(8), at(17)), HOUR)[0]
    assert (best.starts_at, best.hindrances) == (at(9), ())


def test_where_no_time_suits_all_it_says_whom_it_does_not_suit_and_why() -> None:
    ours = Attender("Sari", Office(JAKARTA, WEEK), busy=[(at(13), at(17))])
    theirs = Attender("Dupont", Office(GENEVA, WEEK))

    best = common_slots([ours, theirs], (at(8), at(20)), HOUR, count=1)[0]

    # Geneva opens at 14:00 in Jakarta, where the afternoon is taken: nobody is engaged, and one sits outside of their hours.
    assert not [each for each in best.hindrances if each.against == Against.BUSY]
    assert {(each.attender.name, each.against) for each in best.hindrances} == {
        ("Dupont", Against.OUTSIDE_HOURS)
    }


def test_a_holiday_of_one_side_is_named() -> None:
    independence = datetime(2026, 8, 17, 9, tzinfo=JAKARTA)
    somebody = Attender("Sari", Office(JAKARTA, WEEK, country="ID"))
    only = common_slots([somebody], (independence, independence + HOUR), HOUR, language="id")[0]
    assert [(each.against, each.told, each.minutes) for each in only.hindrances] == [
        (Against.HOLIDAY, "Hari Kemerdekaan Republik Indonesia", 60)
    ]


def test_weekends_are_closed_days() -> None:
    saturday = at(9, day=5)
    only = common_slots([Attender("Sari", Office(JAKARTA, WEEK))], (saturday, saturday + HOUR), HOUR)[0]
    assert [each.against for each in only.hindrances] == [Against.CLOSED_DAY]


def test_nobody_who_is_needed_is_left_out_for_one_who_is_not() -> None:
    needed = Attender("Sari", ALWAYS, busy=[(at(8), at(9))])
    other = Attender("Budi", ALWAYS, busy=[(at(9), at(10))], needed=False)
    best = common_slots([needed, other], (at(8), at(10)), HOUR, count=1)[0]
    assert best.starts_at == at(9)


def test_times_do_not_overlap_and_a_day_gives_three_at_most() -> None:
    found = common_slots([Attender("Sari", Office(JAKARTA, WEEK))], (MONDAY, at(0, day=5)), HOUR, count=12)
    starts = sorted(each.starts_at for each in found)
    assert len(starts) == 12
    assert all(later - earlier >= HOUR for earlier, later in pairwise(starts))
    days = [start.date() for start in starts]
    assert max(days.count(day) for day in days) == 3


def test_hours_follow_the_clock_of_a_zone_when_it_is_put_forward() -> None:
    zurich = Attender("Dupont", Office(GENEVA, WEEK))
    for day, opens in ((date(2026, 3, 27), 7), (date(2026, 3, 30), 6)):  # Summer time begins on the 29th.
        start = datetime.combine(day, time(0), UTC)
        best = common_slots([zurich], (start, start + timedelta(days=1)), HOUR, count=1)[0]
        assert best.starts_at == datetime.combine(day, time(opens), UTC)


def test_a_window_in_which_clocks_are_put_forward_keeps_its_engagements() -> None:
    sunday = datetime(2026, 3, 29, tzinfo=GENEVA)  # 02:00 is 03:00.
    busy = (datetime(2026, 3, 29, 3, tzinfo=GENEVA), datetime(2026, 3, 29, 23, 30, tzinfo=GENEVA))
    somebody = Attender("Dupont", ALWAYS, busy=[busy])
    found = common_slots([somebody], (sunday, sunday + timedelta(hours=22)), HOUR, count=2)
    assert [each.starts_at.astimezone(UTC).hour for each in found] == [0, 23]
    assert found[0].ends_at - found[0].starts_at == 2 * HOUR  # As the clock shows it.


def test_a_window_without_room_gives_nothing() -> None:
    assert common_slots([Attender("Sari", ALWAYS)], (MONDAY, MONDAY), HOUR) == []


def test_a_meeting_without_length_is_refused() -> None:
    with pytest.raises(ValueError, match="takes time"):
        common_slots([], (MONDAY, at(8)), timedelta())


quarter = st.integers(0, 4 * 24 * 4)
engagements = st.lists(st.tuples(quarter, st.integers(0, 12)), max_size=8)


@given(
    calendars=st.lists(
        st.tuples(engagements, st.booleans(), st.sampled_from([JAKARTA, TOKYO, GENEVA])), max_size=4
    ),
    length=st.integers(1, 12),
)
def test_it_finds_what_looking_at_every_time_finds(
    calendars: list[tuple[list[tuple[int, int]], bool, ZoneInfo]], length: int
) -> None:
    minutes = timedelta(minutes=15)
    attenders = [
        Attender(
            str(number),
            Office(zone, WEEK),
            [(MONDAY + start * minutes, MONDAY + (start + size) * minutes) for start, size in engaged],
            needed,
        )
        for number, (engaged, needed, zone) in enumerate(calendars)
    ]
    window = (MONDAY, MONDAY + timedelta(days=4))
    best = common_slots(attenders, window, length * minutes, count=1)[0]

    starts = [MONDAY + number * timedelta(minutes=30) for number in range(4 * 48)]
    assert best.starts_at == min(starts, key=lambda start: (*cost(attenders, start, length * minutes), start))


def cost(attenders: list[Attender], start: datetime, length: timedelta) -> tuple[int, float, int]:
    """As the docstring of `common_slots` says it, by the most obvious way."""
    end = start + length

    def touched(span: Span) -> bool:
        return span[0] < end and span[1] > start and span[0] < span[1]

    engaged = [each for each in attenders if any(map(touched, each.busy))]
    minutes = 0.0
    for each in attenders:
        number = int(length.total_seconds() // 60)
        inside = 0
        for minute in range(0, number, 15):
            moment = (start + timedelta(minutes=minute)).astimezone(each.office.zone)
            hours = each.office.hours_on(moment.date())
            inside += 15 if hours and hours[0] <= moment.time() < hours[1] else 0
        minutes += number - inside
    return (
        sum(each.needed for each in engaged),
        minutes,
        sum(not each.needed for each in engaged),
    )
