"""Plain series of a file take place when recurring-ical-events says so, whatever the period is given in."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from jembatan.meetings.formats.calendars import read_calendars
from jembatan.meetings.formats.counted import counted_occurrences

TIMES = st.sampled_from(
    [
        "DTSTART;TZID=Asia/Jakarta:20260305T140000\nDTEND;TZID=Asia/Jakarta:20260305T150000",
        "DTSTART;TZID=Europe/Berlin:20260305T233000\nDTEND;TZID=Europe/Berlin:20260306T013000",
        "DTSTART;TZID=SE Asia Standard Time:20260305T140000",
        "DTSTART:20260305T070000Z\nDTEND:20260305T080000Z",
        "DTSTART:20260305T140000\nDTEND:20260305T150000",
        "DTSTART;VALUE=DATE:20260305\nDTEND;VALUE=DATE:20260307",
        "DTSTART;VALUE=DATE:20260305",
    ]
)
RULES = st.sampled_from(
    [
        *(
            "FREQ=DAILY",
            "FREQ=WEEKLY;BYDAY=MO,TH",
            "FREQ=MONTHLY;BYDAY=-1TH",
            "FREQ=MONTHLY;COUNT=5",
            "FREQ=YEARLY",
        ),
        *(
            "FREQ=WEEKLY;UNTIL=20260501T000000Z",
            "FREQ=WEEKLY;UNTIL=20260501",
            "FREQ=DAILY;INTERVAL=3\nEXDATE:20260308T070000Z",
        ),
    ]
)
START, END = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
KINDS = st.sampled_from([None, UTC, ZoneInfo("Asia/Jakarta"), ZoneInfo("America/New_York")])


@example(
    times="DTSTART;VALUE=DATE:20260305\nDTEND;VALUE=DATE:20260307",
    rule="FREQ=DAILY;INTERVAL=3\nEXDATE:20260308T070000Z",
    offset=0,
    length=3,
    zone=None,
    hour=1,
)
@given(
    times=TIMES,
    rule=RULES,
    offset=st.integers(-5, 500),
    length=st.integers(1, 60),
    zone=KINDS,
    hour=st.integers(0, 23),
)
def test_counted_is_what_is_found_by_searching(
    times: str, rule: str, offset: int, length: int, zone: ZoneInfo | None, hour: int
) -> None:
    start = datetime(2026, 3, 5, hour, tzinfo=zone) + timedelta(days=offset)
    end = start + timedelta(days=length)
    calendar = _calendar(f"{times}\nRRULE:{rule}")

    found = counted_occurrences(calendar, start, end)

    if found is not None:
        expected = recurring_ical_events.of(calendar).between(start, end)
        assert [(str(each.recurrence_id), str(each.start), str(each.end)) for each in found] == [
            tuple(str(event[name].dt) for name in ("RECURRENCE-ID", "DTSTART", "DTEND")) for event in expected
        ]


@pytest.mark.parametrize(
    "lines",
    [
        "DTSTART;TZID=Asia/Jakarta:20260305T140000",
        "DTSTART:20260305T070000Z\nDTEND;VALUE=DATE:20260306\nRRULE:FREQ=DAILY",
        "DTSTART:20260305T070000Z\nDTEND:20260305T060000Z\nRRULE:FREQ=DAILY",
        "DTSTART:20260305T070000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY",
        "DTSTART:20260305T070000Z\nRRULE:FREQ=DAILY\nRECURRENCE-ID:20260305T070000Z",
    ],
)
def test_what_needs_judgement_is_searched(lines: str) -> None:
    assert counted_occurrences(_calendar(lines), START, END) is None


def test_plain_series_is_counted() -> None:
    calendar = _calendar("DTSTART;TZID=Asia/Jakarta:20260305T140000\nRRULE:FREQ=WEEKLY")

    found = counted_occurrences(calendar, START, START + timedelta(days=19))

    assert found is not None
    assert [str(each.start) for each in found] == [
        "2026-03-05 14:00:00+07:00",
        "2026-03-12 14:00:00+07:00",
        "2026-03-19 14:00:00+07:00",
    ]


def _calendar(lines: str) -> Calendar:
    raw = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    (calendar,) = read_calendars(raw.encode()).calendars
    return calendar
