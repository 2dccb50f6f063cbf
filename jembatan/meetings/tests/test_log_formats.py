"""Reading logs: headings in two languages, dates as precise as they are, names kept whole where in doubt."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.meetings.formats.log.columns import guess_fields
from jembatan.meetings.formats.log.names import split_names
from jembatan.meetings.formats.log.periods import Period, read_period
from jembatan.meetings.formats.log.reader import Log, read_log
from jembatan.meetings.formats.log.table import read_rows
from jembatan.meetings.formats.log.years import year_in, years_of
from jembatan.meetings.queries.faults import told


def log(text: str, *, name: str = "") -> Log:
    return read_log(read_rows(text.encode()), name=name)


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("Jan-14", date(2014, 1, 1), date(2014, 2, 1), "month"),
        ("2014-03", date(2014, 3, 1), date(2014, 4, 1), "month"),
        ("12/03/2014", date(2014, 3, 12), date(2014, 3, 13), "day"),
        ("12/25/2014", date(2014, 12, 25), date(2014, 12, 26), "day"),
        ("3rd–5th May 2013", date(2013, 5, 3), date(2013, 5, 6), "day"),
        ("28 April - 2 May 2013", date(2013, 4, 28), date(2013, 5, 3), "day"),
        ("29 Dec - 3 Jan 2014", date(2013, 12, 29), date(2014, 1, 4), "day"),
        ("January to March 2014", date(2014, 1, 1), date(2014, 4, 1), "month"),
        ("Senin, 17 Agustus 2026", date(2026, 8, 17), date(2026, 8, 18), "day"),
        ("2013", date(2013, 1, 1), date(2014, 1, 1), "year"),
    ],
)
def test_dates_are_as_precise_as_they_are_written(
    written: str, start: date, end: date, precision: str
) -> None:
    assert read_period(written) == Period(start, end, precision)


def test_month_without_a_year_takes_the_one_given_and_says_so() -> None:
    assert read_period("April") is None
    assert read_period("April", year=2012) == Period(
        date(2012, 4, 1), date(2012, 5, 1), "month", year_taken=True
    )


def test_time_of_day_makes_it_a_minute() -> None:
    period = read_period("3 Mei 2013 pukul 10.00-11.30 WIB")

    assert period == Period(date(2013, 5, 3), date(2013, 5, 4), "minute", time(10), time(11, 30))


@pytest.mark.parametrize("written", ["", "nil return", "31 April 2013", "13/13/2013", "soon"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert read_period(written, year=2013) is None


@given(st.text(max_size=40))
def test_reading_any_cell_as_a_date_never_raises(text: str) -> None:
    period = read_period(text, year=2014)

    assert period is None or period.start < period.end


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Alpha; Beta", ["Alpha", "Beta"]),
        ("Alpha, Beta, Gamma and Delta", ["Alpha", "Beta", "Gamma and Delta"]),
        ("Alpha, Beta, and Gamma", ["Alpha", "Beta", "Gamma"]),
        ("Budi Santoso, Direktur", ["Budi Santoso, Direktur"]),
        ("Marks and Spencer", ["Marks and Spencer"]),
        ("BBC and ITV", ["BBC", "ITV"]),
        ("Alpha (A, B, C)", ["Alpha (A, B, C)"]),
        ("Alpha, Inc, Beta, Ltd, Gamma", ["Alpha, Inc", "Beta, Ltd", "Gamma"]),
        ("Forum: Alpha, Beta, Gamma", ["Forum", "Alpha", "Beta", "Gamma"]),
        ("Alpha\nBeta", ["Alpha", "Beta"]),
        ("Alpha, Beta, Alpha", ["Alpha", "Beta"]),
    ],
)
def test_names_are_split_only_where_that_is_certain(written: str, names: list[str]) -> None:
    assert split_names(written) == names


def test_headings_are_understood_in_both_languages() -> None:
    english = guess_fields(["Minister", "Date", "Name of External Organisation", "Purpose of meeting²"])
    indonesian = guess_fields(["No.", "Tanggal", "Jam", "Instansi", "Peserta", "Tujuan", "Tempat", "Warna"])

    assert english == ("officer", "date", "organisation", "purpose")
    assert indonesian == ("number", "date", "time", "organisation", "attendees", "purpose", "place", "")


def test_preamble_is_passed_and_blanks_are_carried_down() -> None:
    read = log("Kegiatan\n\nMinister,Date,Organisation,Purpose\nA,Jan-14,X,p\n,,Y,q\n,Feb-14,Z,r\n")

    assert [(m.officer, m.period.start.month, m.organisations) for m in read.meetings] == [
        ("A", 1, ["X"]),
        ("A", 1, ["Y"]),
        ("A", 2, ["Z"]),
    ]


def test_rows_that_say_nothing_are_set_aside_with_line_and_reason() -> None:
    read = log("Minister,Date,Organisation,Purpose\nA,nil return,,\nA,Jan-14,X,p\nNote,,,\n,kapan,Y,q\n")

    assert len(read.meetings) == 1
    assert [(row.line, told(row.defect)) for row in read.set_aside] == [
        (2, "The row says that there was no meeting."),
        (4, "The row names neither an organisation nor a purpose."),
        (5, "The date “kapan” could not be understood."),
    ]


def test_rows_of_one_number_are_one_meeting() -> None:
    read = log("Meeting ID,Date,Organisation,Reason\n7,07-2012,X,p\n7,07-2012,Y,p\n8,07-2012,X,p\n")

    assert [(m.lines, m.organisations) for m in read.meetings] == [([2, 3], ["X", "Y"]), ([4], ["X"])]


def test_equal_rows_are_two_meetings_with_two_identities() -> None:
    read = log("Date,Organisation,Purpose\nJan-14,X,p\nJan-14,X,p\n")

    first, second = read.meetings
    assert first.digest != second.digest


def test_year_comes_from_the_file_name_and_is_told() -> None:
    read = log("Date,Organisation,Purpose\nApril,X,p\n", name="pertemuan_apr_jun_13.csv")

    assert read.meetings[0].period.start == date(2013, 4, 1)
    assert [(each.line, told(each)) for each in read.notices] == [
        (2, "The date “April” names no year; 2013 was taken.")
    ]


def test_year_goes_on_after_december() -> None:
    assert years_of(["Nov 2013", "December", "January", "x"], fallback=None) == [2013, 2013, 2014, 2014]
    assert years_of(["April"], fallback=2012) == [2012]
    assert [year_in(name) for name in ("jul-sep2013", "CO_jan_mar_14", "rapat")] == [2013, 2014, None]


def test_chosen_columns_are_used_in_place_of_the_guess() -> None:
    rows = read_rows(b"Date,Organisation,Purpose\nJan-14,X,p\n")

    read = read_log(rows, fields=["date", "purpose", "organisation"])

    assert (read.meetings[0].purpose, read.meetings[0].organisations) == ("X", ["p"])


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_is_recognised(separator: str) -> None:
    text = (
        separator.join(["Date", "Organisation", "Purpose"])
        + "\n"
        + separator.join(["Jan-14", "X", "p"])
        + "\n"
    )

    assert log(text).meetings[0].organisations == ["X"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_tables_are_recognised(encoding: str) -> None:
    rows = read_rows("Date,Organisation,Purpose\nJan-14,Café Société,p\n".encode(encoding))

    assert read_log(rows).meetings[0].organisations == ["Café Société"]


def test_workbook_is_read_with_its_dates() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Tanggal", "Instansi", "Tujuan"])
    sheet.append([datetime(2024, 3, 5, 14, 30), "X", "p"])  # noqa: DTZ001 cells know no zone
    sheet.append([date(2024, 3, 6), "Y", "q"])
    raw = io.BytesIO()
    workbook.save(raw)

    read = read_log(read_rows(raw.getvalue()))

    assert [(m.period.start, m.period.precision, m.period.starts) for m in read.meetings] == [
        (date(2024, 3, 5), "minute", time(14, 30)),
        (date(2024, 3, 6), "day", None),
    ]


@given(st.binary(max_size=300))
def test_reading_any_bytes_as_a_table_raises_nothing_but_its_own_refusal(raw: bytes) -> None:
    try:
        rows = read_rows(raw)
    except ValueError:
        return
    read_log(rows)
