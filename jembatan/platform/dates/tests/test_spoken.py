"""Every date and time here is seen from Wednesday 25 November 2026, 10.00 in Jakarta."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.platform.dates.spoken import When, find_when, parse_when
from jembatan.platform.dates.words import MONTHS

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=JAKARTA)
LANGUAGES = st.sampled_from(["id", "en"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hari ini", date(2026, 11, 25)),
        ("besok", date(2026, 11, 26)),
        ("Lusa", date(2026, 11, 27)),
        ("kemarin", date(2026, 11, 24)),
        ("the day after tomorrow", date(2026, 11, 27)),
        ("jumat", date(2026, 11, 27)),
        ("hari Jum'at", date(2026, 11, 27)),
        ("rabu", date(2026, 11, 25)),
        ("Friday", date(2026, 11, 27)),
        ("next Friday", date(2026, 12, 4)),
        ("jumat depan", date(2026, 12, 4)),
        ("jumat lalu", date(2026, 11, 20)),
        ("last Wednesday", date(2026, 11, 18)),
        ("minggu", date(2026, 11, 29)),
        ("minggu depan", date(2026, 12, 2)),
        ("next month", date(2026, 12, 25)),
        ("akhir bulan", date(2026, 11, 30)),
        ("3 hari lagi", date(2026, 11, 28)),
        ("dua minggu lalu", date(2026, 11, 11)),
        ("in two weeks", date(2026, 12, 9)),
        ("17 Agustus 2026", date(2026, 8, 17)),
        ("17 agu 2026", date(2026, 8, 17)),
        ("August 17, 2026", date(2026, 8, 17)),
        ("17th of August 2026", date(2026, 8, 17)),
        ("5 March", date(2027, 3, 5)),
        ("20 November", date(2026, 11, 20)),
        ("29 Februari", date(2028, 2, 29)),
        ("05/06/2026", date(2026, 6, 5)),
        ("05/13/2026", None),
        ("31.12.26", date(2026, 12, 31)),
        ("5/6", date(2027, 6, 5)),
        ("2026-08-17", date(2026, 8, 17)),
        ("31 April", None),
        ("0/0/0000", None),
        ("99999 hari lagi", None),
        ("besok pagi-pagi sekali", None),
        ("bukan tanggal", None),
        ("", None),
    ],
)
def test_day_is_read_in_both_languages(text: str, day: date | None) -> None:
    when = parse_when(text, now=NOW, language="id")

    start = datetime.combine(day, datetime.min.time(), JAKARTA) if day else None
    assert (when and (when.start, when.all_day)) == (start and (start, True))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("jumat 15.00", "2026-11-27T15:00+07:00"),
        ("Jumat, pukul 15.00 WIB", "2026-11-27T15:00+07:00"),
        ("jumat 15.00 WITA", "2026-11-27T14:00+07:00"),
        ("tomorrow 3pm", "2026-11-26T15:00+07:00"),
        ("tomorrow at 3:30 pm", "2026-11-26T15:30+07:00"),
        ("3 pm on Friday", "2026-11-27T15:00+07:00"),
        ("besok jam 8 malam", "2026-11-26T20:00+07:00"),
        ("besok jam 1 siang", "2026-11-26T13:00+07:00"),
        ("besok jam 12 siang", "2026-11-26T12:00+07:00"),
        ("besok jam 12 malam", "2026-11-27T00:00+07:00"),
        ("besok tengah malam", "2026-11-27T00:00+07:00"),
        ("Friday noon", "2026-11-27T12:00+07:00"),
        ("17 Agustus 2026 pukul 09.30", "2026-08-17T09:30+07:00"),
        ("2026-08-17T15:00", "2026-08-17T15:00+07:00"),
        ("2026-08-17 15:00 UTC", "2026-08-17T22:00+07:00"),
        ("15.00", "2026-11-25T15:00+07:00"),
        ("jam 3 sore", "2026-11-25T15:00+07:00"),
        ("15 pm", None),
        ("24.30", None),
    ],
)
def test_time_belongs_to_its_day_and_zone(text: str, moment: str | None) -> None:
    when = parse_when(text, now=NOW, language="id")

    assert (when and (when.start, when.all_day)) == (moment and (datetime.fromisoformat(moment), False))


def test_short_weekday_counts_in_the_readers_language_only() -> None:
    assert parse_when("fri", now=NOW, language="id") is None
    assert parse_when("sen", now=NOW, language="en") is None
    assert parse_when("Fri 3pm", now=NOW, language="en") == When(
        datetime(2026, 11, 27, 15, 0, tzinfo=JAKARTA), False, (0, 7)
    )


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Budi janji kirim draf jumat 15.00 MoU", "jumat 15.00"),
        ("Rapat besok, pukul 09.30 WIB, di kantor mereka", "besok, pukul 09.30 WIB"),
        ("They answer by 5 March 2027 at the latest", "5 March 2027"),
        ("Call back at 3pm", "at 3pm"),
        ("Harga naik menjadi Rp 15.00 per liter", None),
        ("Butuh dua minggu", None),
        ("Layanan 24/7", None),
        ("Versi 1.2.2026-rc4 diterima", None),
        ("Kita may 2 jalan", "may 2"),
    ],
)
def test_moment_is_found_inside_a_sentence(line: str, written: str | None) -> None:
    when = find_when(line, now=NOW, language="id")

    assert (when and line[slice(*when.span)]) == written


@given(st.text(max_size=60), LANGUAGES)
def test_any_text_is_read_or_passed_over(text: str, language: str) -> None:
    for when in (
        parse_when(text, now=NOW, language=language),
        find_when(text, now=NOW, language=language),
    ):
        assert when is None or 0 <= when.span[0] < when.span[1] <= len(text)


@given(st.dates(), LANGUAGES)
def test_written_dates_come_back(day: date, language: str) -> None:
    month = next(name for name, number in MONTHS.items() if number == day.month)
    midnight = datetime.combine(day, datetime.min.time(), JAKARTA)

    for text in (day.isoformat(), f"{day:%d/%m/}{day.year:04}", f"{day.day} {month} {day.year:04}"):
        when = parse_when(text, now=NOW, language=language)
        assert when == When(midnight, True, (0, len(text)))


@given(st.integers(0, 23), st.integers(0, 59))
def test_written_times_come_back(hour: int, minute: int) -> None:
    when = parse_when(f"besok {hour:02}.{minute:02}", now=NOW, language="id")

    assert when == When(
        datetime(2026, 11, 26, tzinfo=JAKARTA) + timedelta(hours=hour, minutes=minute), False, (0, 11)
    )
