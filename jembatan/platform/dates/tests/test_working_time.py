"""Counting in working time: closing hours, shortened Fridays, weekends, public holidays, days off of one's own."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.platform.dates.days_off import holidays_of, weekend_of
from jembatan.platform.dates.working_time import (
    NeverOpen,
    Office,
    after_working_days,
    after_working_time,
    before_working_time,
    working_time_between,
)

JAKARTA = ZoneInfo("Asia/Jakarta")
USUAL, FRIDAY = (time(8), time(16)), (time(8), time(11, 30))
OFFICE = Office(JAKARTA, (USUAL, USUAL, USUAL, USUAL, FRIDAY, None, None), "ID")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+07:00")


@pytest.mark.parametrize(
    ("since", "days", "due"),
    [
        ("2026-11-23T10:00", 0, "2026-11-23T16:00"),
        ("2026-11-23T10:00", 2, "2026-11-25T16:00"),
        ("2026-11-23T17:00", 2, "2026-11-26T16:00"),
        ("2026-11-25T10:00", 2, "2026-11-27T11:30"),
        ("2026-11-26T10:00", 2, "2026-11-30T16:00"),
        ("2026-11-28T10:00", 1, "2026-12-01T16:00"),
        ("2026-12-23T10:00", 2, "2026-12-29T16:00"),  # Christmas and the joint leave before it
    ],
)
def test_working_days_end_at_closing(since: str, days: int, due: str) -> None:
    assert after_working_days(OFFICE, at(since), days) == at(due)


def test_own_days_off_are_free() -> None:
    office = Office(JAKARTA, OFFICE.hours, "", frozenset({date(2026, 11, 24)}))

    assert after_working_days(office, at("2026-11-23T10:00"), 1) == at("2026-11-25T16:00")


@pytest.mark.parametrize(
    ("since", "hours", "until"),
    [
        ("2026-11-23T10:00", 4, "2026-11-23T14:00"),
        ("2026-11-23T14:00", 4, "2026-11-24T10:00"),
        ("2026-11-27T10:00", 4, "2026-11-30T10:30"),
        ("2026-11-28T10:00", 1, "2026-11-30T09:00"),
    ],
)
def test_working_hours_are_counted_there_and_back(since: str, hours: int, until: str) -> None:
    assert after_working_time(OFFICE, at(since), timedelta(hours=hours)) == at(until)
    assert working_time_between(OFFICE, at(since), at(until)) == timedelta(hours=hours)


def test_time_before_a_moment() -> None:
    assert before_working_time(OFFICE, at("2026-11-30T09:00"), timedelta(hours=2)) == at("2026-11-27T10:30")


def test_office_that_never_opens_counts_nothing() -> None:
    with pytest.raises(NeverOpen):
        after_working_days(Office(JAKARTA, (None,) * 7), at("2026-11-23T10:00"), 1)


def test_countries_have_their_weekends_and_holidays() -> None:
    assert weekend_of("ID") == frozenset({5, 6})
    assert weekend_of("SA") == frozenset({4, 5})
    assert weekend_of("XX") == frozenset({5, 6})
    assert holidays_of("ID", 2026, "id")[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert holidays_of("ID", 2026, "en")[date(2026, 8, 17)] == "Independence Day"
    assert holidays_of("XX", 2026) == {}


CLOCKS = st.times(min_value=time(6), max_value=time(11)).map(lambda opens: (opens, time(opens.hour + 8)))
OFFICES = st.builds(
    Office,
    zone=st.sampled_from([JAKARTA, ZoneInfo("Europe/Zurich"), ZoneInfo("America/New_York"), UTC]),
    hours=st.tuples(CLOCKS, *(st.one_of(st.none(), CLOCKS) for _day in range(6))),
    country=st.sampled_from(["", "ID", "CH", "SA"]),
    days_off=st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=8),
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 30), timezones=st.just(UTC))  # noqa: DTZ001
AMOUNTS = st.integers(0, 40 * 60).map(lambda minutes: timedelta(minutes=minutes))


@given(OFFICES, MOMENTS, st.integers(0, 15))
def test_due_moment_is_a_closing_later_than_its_beginning(office: Office, since: datetime, days: int) -> None:
    due = after_working_days(office, since, days)
    span = office.span_on(due.date())

    assert span is not None
    assert (due > since, span[1]) == (True, due)
    assert after_working_days(office, since, days + 1) > due


@given(OFFICES, MOMENTS, AMOUNTS)
def test_counted_time_was_worked(office: Office, since: datetime, amount: timedelta) -> None:
    until = after_working_time(office, since, amount)

    assert working_time_between(office, since, until) == amount
    assert working_time_between(office, before_working_time(office, until, amount), until) == amount


@given(OFFICES, MOMENTS, MOMENTS, MOMENTS)
def test_working_time_adds_up(office: Office, one: datetime, two: datetime, three: datetime) -> None:
    first, middle, last = sorted((one, two, three))

    assert working_time_between(office, first, last) == working_time_between(
        office, first, middle
    ) + working_time_between(office, middle, last)
