"""Series that are counted take place when recurring-ical-events says so."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.meetings.formats.plain_series import plain_moments_between
from jembatan.meetings.formats.recurrence import written
from jembatan.meetings.formats.series import _searched
from jembatan.meetings.formats.timed import Part

ZONES = ["Asia/Jakarta", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC", "Pacific/Apia"]
RULES = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 5)),
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={};WKST={}".format,
        st.integers(1, 3),
        st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1).map(",".join),
        st.sampled_from(["MO", "SU", "WE"]),
    ),
    st.sampled_from(
        [
            *(
                "FREQ=WEEKLY",
                "FREQ=MONTHLY",
                "FREQ=YEARLY",
                "FREQ=MONTHLY;BYDAY=2TU",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
            ),
            *(
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=MONTHLY;INTERVAL=2",
            ),
        ]
    ),
)
ENDS = st.one_of(
    st.just(""),
    st.builds(";COUNT={}".format, st.integers(1, 40)),
    st.dates(date(2025, 1, 1), date(2028, 1, 1)).map("UNTIL {:%Y%m%d}".format),
)


@st.composite
def series(draw: st.DrawFn) -> list[Part]:
    """A master and some changed days, on any clock."""
    clock = draw(st.sampled_from(["zoned", "floating", "date"]))
    zone = draw(st.sampled_from(ZONES)) if clock == "zoned" else ""
    day = draw(st.dates(date(2025, 1, 1), date(2026, 12, 31)))
    first = datetime.combine(day, draw(st.times()).replace(microsecond=0) if clock != "date" else time.min)
    length = timedelta(minutes=draw(st.integers(0, 3000)))
    if clock == "date":
        length = timedelta(days=draw(st.integers(1, 3)))
    tz = ZoneInfo(zone) if zone else UTC
    starts = first.replace(tzinfo=tz).astimezone(UTC)
    ends = max(starts, (first + length).replace(tzinfo=tz).astimezone(UTC))
    end = draw(ENDS)
    if end.startswith("UNTIL"):
        form = {"date": "", "floating": "T120000", "zoned": "T120000Z"}[clock]
        end = f";UNTIL={end.removeprefix('UNTIL ')}{form}"
    rule = f"RRULE:{draw(RULES)}{end}"
    days = draw(st.lists(st.integers(0, 60), max_size=4, unique=True))
    names = [_name((first + timedelta(days=day)).replace(tzinfo=tz), clock) for day in days]
    excepted = "EXDATE;VALUE=DATE" if clock == "date" else "EXDATE"
    left_out = draw(st.sets(st.sampled_from(names))) if names else set()
    left_out |= draw(
        st.sets(st.sampled_from(["20260308T070000Z", "20260308T070000", "20260308"]), max_size=1)
    )
    rule = "\n".join([rule, *(f"{excepted}:{name}" for name in sorted(left_out))])
    parts = [Part(1, "x", "", False, 0, clock, zone, starts, ends, rule)]
    for key, name in enumerate(names[:2], start=2):
        moved = timedelta(days=draw(st.integers(-20, 20)))
        parts.append(Part(key, "x", name, False, 0, clock, zone, starts + moved, ends + moved, ""))
    return parts


@given(parts=series(), offset=st.integers(-30, 800), length=st.integers(1, 90))
def test_counted_is_what_is_found_by_searching(parts: list[Part], offset: int, length: int) -> None:
    start = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=offset)
    end = start + timedelta(days=length)

    found = plain_moments_between(parts, start, end)

    if found is not None:
        assert sorted(found) == sorted(_searched(parts, start, end))


@pytest.mark.parametrize(
    "rule",
    [
        *(
            "RRULE:FREQ=HOURLY",
            "RRULE:FREQ=DAILY;BYHOUR=9,10",
            "RRULE:FREQ=YEARLY;BYWEEKNO=3",
            "RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY",
        ),
        *(
            "RRULE:FREQ=DAILY\nRDATE:20260401T070000Z",
            "RRULE:FREQ=DAILY;INTERVAL=0",
            "RRULE:FREQ=DAILY;COUNT=-1",
            "RRULE:",
        ),
        *(
            "RRULE:FREQ=DAILY;UNTIL=20260401",
            "RRULE:FREQ=DAILY;UNTIL=besok",
            "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20260401T000000Z",
        ),
    ],
)
def test_what_is_not_plain_is_left_to_the_library(rule: str) -> None:
    starts = datetime(2026, 3, 5, 7, tzinfo=UTC)
    part = Part(1, "x", "", False, 0, "zoned", "Asia/Jakarta", starts, starts + timedelta(hours=1), rule)

    assert plain_moments_between([part], starts, starts + timedelta(days=30)) is None


def test_most_series_are_counted() -> None:
    starts = datetime(2026, 3, 5, 7, tzinfo=UTC)
    rule = "RRULE:FREQ=WEEKLY\nEXDATE:20260312T070000Z"
    part = Part(1, "x", "", False, 0, "zoned", "Asia/Jakarta", starts, starts + timedelta(hours=1), rule)

    found = plain_moments_between([part], starts, starts + timedelta(days=20))

    assert found is not None
    assert [each.recurrence_id for each in found] == ["20260305T070000Z", "20260319T070000Z"]


def _name(moment: datetime, clock: str) -> str:
    if clock == "date":
        return written(moment.date())
    return written(moment if clock == "zoned" else moment.replace(tzinfo=None))
