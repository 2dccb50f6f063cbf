"""Readers of what comes from outside: languages, days, times, headings, schedules; whatever is in the bytes, none of them breaks."""

from contextlib import suppress
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.directory.formats.tables.files import CannotRead, read_tables
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.models import Batch
from jembatan.programmes.formats.calendar import read_calendar
from jembatan.programmes.formats.days import read_days, read_span, read_window, span_text
from jembatan.programmes.formats.frab import NotASchedule, read_schedule
from jembatan.programmes.formats.moments import Local, read_clock, read_moment
from jembatan.programmes.formats.sheets import DELEGATIONS, MOVEMENTS, OFFICERS, guess_columns, values_of
from jembatan.programmes.formats.telephones import read_number
from jembatan.programmes.formats.tongues import Tongue, Unclear, read_level, read_tongues
from jembatan.programmes.importer.tables import NotFiled, RowOfSheet
from jembatan.programmes.importer.workers import WorkerReader
from jembatan.programmes.models import Programme

FIRST, LAST = date(2027, 8, 18), date(2027, 9, 2)
ZONE = "Asia/Jakarta"


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Inggris (C1), Jepang B2; Mandrin", ["en C1", "ja B2", "zh "]),
        ("Inglish dan Perancis - fasih", ["en ", "fr C1"]),
        ("bahasa Koria: b1 & Arabik", ["ko B1", "ar "]),
        ("EN/FR", ["en ", "fr "]),
        ("Portugese C1 | Vietnm", ["pt C1", "vi "]),
        ("Inggeris native", ["en C2"]),
        ("", []),
        ("Jepang, Jepang N", ["ja "]),
    ],
)
def test_languages_are_read_however_they_are_spelt(cell: str, codes: list[str]) -> None:
    assert [f"{each.code} {each.level}" for each in read_tongues(cell) if isinstance(each, Tongue)] == codes


@pytest.mark.parametrize("word", ["Xyzzy", "ing", "Klingonese"])
def test_what_may_be_any_language_is_not_guessed(word: str) -> None:
    (read,) = read_tongues(word)
    assert isinstance(read, Unclear)
    assert read.written == word


def test_levels_days_and_hours() -> None:
    assert (read_level("B-2"), read_level("fasih"), read_level("?")) == ("B2", "C1", "")
    assert read_days("18, 20-22, 1/9", FIRST, LAST) == [
        date(2027, 8, 18),
        date(2027, 8, 20),
        date(2027, 8, 21),
        date(2027, 8, 22),
        date(2027, 9, 1),
    ]
    assert read_days("2027-08-30 s/d 2027-09-30", FIRST, LAST)[-1] == LAST
    assert len(read_days("semua", FIRST, LAST)) == 16
    assert read_days("perhaps", FIRST, LAST) == []
    assert read_days("20 Agustus, 31 aug to 1 Sep 2027, 3 Oktober", FIRST, LAST) == [
        date(2027, 8, 20),
        date(2027, 8, 31),
        date(2027, 9, 1),
    ]
    assert (read_window("08.00-17.30"), read_window("22-06"), read_window("x")) == (
        (480, 1050),
        (1320, 1440),
        None,
    )


@pytest.mark.parametrize(
    ("cell", "local"),
    [
        ("2027-08-18T14:30", Local(date(2027, 8, 18), time(14, 30))),
        ("05/06/2027 14.30 WITA", Local(date(2027, 6, 5), time(14, 30), "Asia/Makassar")),
        ("18 Agustus 2027", Local(date(2027, 8, 18), None)),
        ("31/02/2027", None),
        ("soon", None),
    ],
)
def test_moments_are_read_day_first(cell: str, local: Local | None) -> None:
    assert read_moment(cell, today=FIRST, language="id") == local


def test_clock() -> None:
    assert (read_clock("2:30 pm"), read_clock("24.00"), read_clock("7.05 WIB")) == (
        time(14, 30),
        None,
        time(7, 5),
    )


def test_schedule_after_midnight_and_at_its_own_offset() -> None:
    day = '<day date="2027-08-19"><room><event guid="g"><title>T</title>{when}<duration>00:45</duration></event></room></day>'
    head = "<schedule><conference><day_change>04:00</day_change></conference>"
    late = read_schedule(f"{head}{day.format(when='<start>01:30</start>')}</schedule>".encode(), zone=ZONE)
    assert late.talks[0].starts_at.astimezone(UTC) == datetime(2027, 8, 19, 18, 30, tzinfo=UTC)
    exact = day.format(when="<date>2027-08-19T09:00:00+09:00</date><start>01:30</start>")
    assert read_schedule(f"{head}{exact}</schedule>".encode(), zone=ZONE).talks[0].starts_at == datetime(
        2027, 8, 19, tzinfo=UTC
    )
    with pytest.raises(NotASchedule):
        read_schedule(b"<html/>", zone=ZONE)


PIECES = st.lists(
    st.sampled_from(
        [
            "<day date='2027-08-19'>",
            "<day>",
            "</day>",
            "<room>",
            "</room>",
            "<event id='1'>",
            "<event>",
            "</event>",
            "<title>A</title>",
            "<start>09:00</start>",
            "<start>999:99</start>",
            "<duration>99:00</duration>",
            "<date>0001-01-01T00:00:00+14:00</date>",
            "<date>9999-12-31T23:59:59-12:00</date>",
            "&#1;",
            "x",
        ]
    ),
    max_size=20,
).map("".join)


@given(PIECES)
@settings(max_examples=80)
def test_no_schedule_breaks_the_reader(inner: str) -> None:
    for text in (inner, f"<schedule>{inner}</schedule>"):
        try:
            schedule = read_schedule(text.encode(), zone=ZONE)
        except NotASchedule:
            continue
        assert all(talk.ends_at >= talk.starts_at and talk.title and talk.uid for talk in schedule.talks)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=80)
def test_no_table_breaks_the_reader(content: bytes) -> None:
    for known in (OFFICERS, DELEGATIONS, MOVEMENTS):
        try:
            tables = read_tables(content, name="t.csv")
        except CannotRead:
            return
        for table in tables:
            columns = guess_columns(table, known)
            for row in table.rows:
                values, further = values_of(row, columns)
                assert values.keys() <= known.keys()
                assert "\x00" not in str((values, further))


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_no_cell_breaks_a_reader(cell: str) -> None:
    read_tongues(cell)
    read_level(cell)
    read_days(cell, FIRST, LAST)
    read_window(cell)
    read_clock(cell)
    read_moment(cell, today=FIRST, language="id")


@given(
    st.dictionaries(
        st.sampled_from([*OFFICERS]), st.text(max_size=40).filter(lambda text: text.strip()), max_size=9
    )
)
@settings(max_examples=80)
def test_any_row_is_somebody_or_set_aside_in_words(values: dict[str, str]) -> None:
    desk = Desk(name="Desk", language="en")
    job = ImportJob(batch=Batch(), actor=Actor(desk=desk, role=Role.OFFICER))
    reader = WorkerReader(job, Programme(first_day=FIRST, last_day=LAST), posts=[], more={})
    row = RowOfSheet("t.csv", 2, {"full_name": "Sari", **values}, {})
    with suppress(NotFiled):
        assert reader.values(row)["full_name"]
        assert "" not in reader.languages(row)


@given(st.binary(max_size=200))
@settings(max_examples=40)
def test_no_calendar_breaks_the_reader(inner: bytes) -> None:
    content = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + inner + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    for talk in read_calendar(content, zone=ZONE, first=FIRST, last=LAST).talks:
        assert talk.ends_at > talk.starts_at


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("08:00-12:00", (480, 720)),
        ("22.00-06.00", (1320, 1800)),
        ("0:00-24:00", (0, 1440)),
        ("08:00-08:00", (480, 1920)),
        ("soon", None),
    ],
)
def test_hours_of_every_day_go_on_past_midnight_and_are_written_as_they_are_read(
    written: str, span: tuple[int, int] | None
) -> None:
    assert read_span(written) == span
    if span:
        assert read_span(span_text(*span)) == span


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0812-3456-7001", "+6281234567001"),
        ("81234567001; 021 555 1234", "+6281234567001"),
        ("+81 90 1234 5678", "+819012345678"),
        ("021 555 1234 ext. 12", "021 555 1234 ext. 12"),
        ("ask at the desk", "ask at the desk"),
        ("", ""),
    ],
)
def test_number_of_a_guest_is_read_where_it_can_be(written: str, read: str) -> None:
    assert read_number(written, "ID") == read


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_stays(text: str) -> None:
    read = read_number(text, "ID")
    assert read == text or read.startswith("+")
