"""Reading calendars: zones, days, wall clocks, series, and files that are not what they should be."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.meetings.formats.calendars import read_calendars
from jembatan.meetings.formats.defect import Unreadable
from jembatan.meetings.formats.event import Event, event_of
from jembatan.meetings.formats.expansion import expand
from jembatan.meetings.formats.moment import Moment
from jembatan.meetings.formats.series import moments, moments_between, runs_past
from jembatan.meetings.formats.timed import Part


def event(lines: str, *, around: str = "") -> Event:
    text = f"BEGIN:VCALENDAR\n{around}BEGIN:VEVENT\nUID:x\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    return event_of(next(item for item in read_calendars(text.encode()).items if item.block.name == "VEVENT"))


def part(source: Event, key: int = 1) -> Part:
    return Part(
        key=key,
        uid=source.uid,
        recurrence_id=source.recurrence_id,
        and_future=source.and_future,
        sequence=source.sequence,
        clock=source.clock,
        zone=source.zone,
        starts_at=source.starts_at,
        ends_at=source.ends_at,
        rule=source.rule,
    )


def starts(found: list[Moment]) -> list[str]:
    return [f"{moment.starts_at:%Y-%m-%d %H:%M}" for moment in found]


@pytest.mark.parametrize(
    ("written", "zone", "instant"),
    [
        ("TZID=Asia/Jakarta:20260305T140000", "Asia/Jakarta", "2026-03-05T07:00:00+00:00"),
        ("TZID=SE Asia Standard Time:20260305T140000", "Asia/Bangkok", "2026-03-05T07:00:00+00:00"),
        (
            "TZID=/vendor.example/20070129/Europe/Paris:20260305T140000",
            "Europe/Paris",
            "2026-03-05T13:00:00+00:00",
        ),
        ("TZID=europe/paris:20260305T140000", "Europe/Paris", "2026-03-05T13:00:00+00:00"),
    ],
)
def test_zone_is_known_by_any_of_its_names(written: str, zone: str, instant: str) -> None:
    read = event(f"DTSTART;{written}")

    assert (read.clock, read.zone, read.starts_at.isoformat()) == ("zoned", zone, instant)


def test_zone_that_the_file_defines_is_found_by_how_it_behaves() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Kantor\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\n"
        "END:STANDARD\nEND:VTIMEZONE\n"
    )

    read = event("DTSTART;TZID=Kantor:20260305T140000", around=zone)

    assert (read.zone, read.starts_at.isoformat()) == ("Asia/Jakarta", "2026-03-05T07:00:00+00:00")


def test_zone_of_one_file_does_not_reach_the_next() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Kantor\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\n"
        "END:STANDARD\nEND:VTIMEZONE\n"
    )
    event("DTSTART;TZID=Kantor:20260305T140000", around=zone)

    read = event("DTSTART;TZID=Kantor:20260305T140000")

    assert (read.clock, read.zone, len(read.defects)) == ("floating", "", 1)


def test_zone_of_the_whole_calendar_is_applied() -> None:
    read = event("DTSTART:20260305T070000Z", around="X-WR-TIMEZONE:Asia/Jakarta\n")

    assert (read.zone, read.starts_at) == ("Asia/Jakarta", datetime(2026, 3, 5, 7, tzinfo=UTC))


def test_wall_clock_and_days_keep_their_digits() -> None:
    floating, days = event("DTSTART:20260305T140000"), event("DTSTART;VALUE=DATE:20260305")

    assert (floating.clock, floating.starts_at.isoformat()) == ("floating", "2026-03-05T14:00:00+00:00")
    assert (days.clock, str(days.starts_at.date()), str(days.ends_at.date())) == (
        "date",
        "2026-03-05",
        "2026-03-06",
    )


def test_series_keeps_its_hour_over_the_change_of_the_clocks() -> None:
    read = event("DTSTART;TZID=Europe/Berlin:20260322T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3")

    found = moments([part(read)], until=datetime(2027, 1, 1, tzinfo=UTC))

    assert starts(found) == ["2026-03-22 08:00", "2026-03-29 07:00", "2026-04-05 07:00"]


def test_series_of_days_and_of_wall_clocks_does_not_shift() -> None:
    days = event("DTSTART;VALUE=DATE:20260328\nRRULE:FREQ=DAILY;COUNT=2")
    wall = event("DTSTART:20260328T023000\nRRULE:FREQ=DAILY;COUNT=2")
    until = datetime(2027, 1, 1, tzinfo=UTC)

    assert starts(moments([part(days)], until=until)) == ["2026-03-28 00:00", "2026-03-29 00:00"]
    assert starts(moments([part(wall)], until=until)) == ["2026-03-28 02:30", "2026-03-29 02:30"]


def test_exceptions_additions_and_changes_of_a_series_are_applied() -> None:
    series = event(
        "DTSTART;TZID=Asia/Jakarta:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\n"
        "EXDATE;TZID=Asia/Jakarta:20260309T090000\nRDATE;TZID=Asia/Jakarta:20260312T100000"
    )
    change = event(
        "RECURRENCE-ID;TZID=Asia/Jakarta:20260316T090000\nDTSTART;TZID=Asia/Jakarta:20260317T130000\nDURATION:PT2H"
    )

    found = moments([part(series), part(change, 2)], until=datetime(2027, 1, 1, tzinfo=UTC))

    assert starts(found) == ["2026-03-02 02:00", "2026-03-12 03:00", "2026-03-17 06:00", "2026-03-23 02:00"]
    assert [(m.key, m.recurrence_id) for m in found if m.key == 2] == [(2, "20260316T020000Z")]


def test_change_of_this_and_all_that_follow_moves_them() -> None:
    series = event("DTSTART;TZID=Asia/Jakarta:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3")
    change = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Jakarta:20260309T090000\n"
        "DTSTART;TZID=Asia/Jakarta:20260309T110000\nDURATION:PT1H\nSEQUENCE:1"
    )

    found = moments([part(series), part(change, 2)], until=datetime(2027, 1, 1, tzinfo=UTC))

    assert starts(found) == ["2026-03-02 02:00", "2026-03-09 04:00", "2026-03-16 04:00"]
    assert [m.recurrence_id for m in found] == ["20260302T020000Z", "20260309T020000Z", "20260316T020000Z"]


def test_endless_series_is_told_for_a_window_years_ahead() -> None:
    read = part(event("DTSTART;TZID=Asia/Jakarta:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY"))

    found = moments_between([read], datetime(2040, 1, 1, tzinfo=UTC), datetime(2040, 2, 1, tzinfo=UTC))

    assert starts(found) == ["2040-01-02 02:00"]
    assert runs_past([read], datetime(2040, 1, 1, tzinfo=UTC))


def test_series_of_a_machine_is_told_for_two_days() -> None:
    read = part(event("DTSTART:20260302T090000Z\nRRULE:FREQ=HOURLY"))

    found = moments([read], until=datetime(2030, 1, 1, tzinfo=UTC))

    assert len(found) == 48
    assert not runs_past([read], datetime(2030, 1, 1, tzinfo=UTC))


def test_guests_are_read_with_their_answers() -> None:
    read = event(
        "DTSTART:20260305T140000Z\nORGANIZER;CN=Ibu Retno:MAILTO:Retno@Mitra.example\n"
        'ATTENDEE;CN="Wulan, Sari";ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:mailto:sari@mitra.example\n'
        "ATTENDEE;CUTYPE=ROOM;CN=Aula:mailto:aula@mitra.example"
    )

    organiser, sari, room = read.attendees
    assert (organiser.name, organiser.email, organiser.organiser) == (
        "Ibu Retno",
        "retno@mitra.example",
        True,
    )
    assert (sari.name, sari.status, sari.optional) == ("Wulan, Sari", "declined", True)
    assert room.kind == "room"


def test_text_is_unescaped_and_unfolded() -> None:
    read = event("DTSTART:20260305T140000Z\nSUMMARY:Rapat\\, ten\n tatif\\; dua\nDESCRIPTION:satu\\ndua")

    assert (read.title, read.description) == ("Rapat, tentatif; dua", "satu\ndua")


def test_broken_line_costs_the_line_and_broken_event_the_event() -> None:
    text = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260305T140000Z\r\nDTEND:besok\r\nX\r\nEND:VEVENT\r\n"
        b"BEGIN:VEVENT\r\nUID:b\r\nDTSTART:entah\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    file = read_calendars(text)

    assert event_of(file.items[0]).uid == "a"
    with pytest.raises(Unreadable):
        event_of(file.items[1])
    assert file.defects


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_recognised(encoding: str) -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260305T140000Z\nSUMMARY:Café\nEND:VEVENT\nEND:VCALENDAR\n"

    assert event_of(read_calendars(text.encode(encoding)).items[0]).title == "Café"


@given(st.binary(max_size=400))
def test_reading_any_bytes_never_raises(raw: bytes) -> None:
    read_calendars(raw)


LINE = st.sampled_from(
    [
        "DTSTART:20260305T140000Z",
        "DTSTART;VALUE=DATE:20260305",
        "DTEND;TZID=Nowhere:20260305T150000",
        "DURATION:-PT5H",
        "RRULE:FREQ=WEEKLY;UNTIL=2026",
        "RRULE:FREQ=",
        "RDATE;VALUE=PERIOD:20260305T140000Z/PT1H,2026",
        "EXDATE:x",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260305",
        "ATTENDEE;CN=:mailto:",
        "ORGANIZER:",
        "SEQUENCE:x",
        "BEGIN:VALARM",
        "END:VALARM",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "X",
        ":",
        " folded",
    ]
)


@given(st.lists(st.one_of(LINE, st.text(max_size=30)), max_size=15))
def test_reading_any_lines_of_an_event_never_raises(lines: list[str]) -> None:
    text = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])

    file = read_calendars(text.encode("utf-8", "replace"))

    for item in file.items:
        if item.block.name == "VEVENT":
            try:
                read = event_of(item)
            except Unreadable:
                continue
            assert read.ends_at >= read.starts_at
    expand(file, date(2026, 1, 1), date(2027, 1, 1))
