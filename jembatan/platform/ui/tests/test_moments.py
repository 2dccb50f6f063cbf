"""Dates and times in both languages and in zones with and without letters."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from jembatan.platform.ui import moments
from jembatan.platform.ui.templatetags import ui

MOMENT = datetime(2026, 8, 25, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "text"),
    [
        ("id", "Asia/Jakarta", "25 Agu 2026, 14.30 WIB (UTC+7)"),
        ("en", "Asia/Jakarta", "25 Aug 2026, 14:30 WIB (UTC+7)"),
        ("id", "Asia/Makassar", "25 Agu 2026, 15.30 WITA (UTC+8)"),
        ("en", "Asia/Makassar", "25 Aug 2026, 15:30 WITA (UTC+8)"),
        ("id", "Asia/Jayapura", "25 Agu 2026, 16.30 WIT (UTC+9)"),
        ("en", "Asia/Jayapura", "25 Aug 2026, 16:30 WIT (UTC+9)"),
        ("en", "Asia/Tokyo", "25 Aug 2026, 16:30 JST (UTC+9)"),
        ("en", "Asia/Singapore", "25 Aug 2026, 15:30 (UTC+8)"),
        ("en", "Asia/Kathmandu", "25 Aug 2026, 13:15 (UTC+5:45)"),
        ("id", "America/New_York", "25 Agu 2026, 03.30 EDT (UTC−4)"),
        ("en", "UTC", "25 Aug 2026, 07:30 UTC"),
    ],
)
def test_moment_text_carries_its_zone(language: str, zone: str, text: str) -> None:
    with translation.override(language), timezone.override(ZoneInfo(zone)):
        assert moments.moment_text(MOMENT) == text


@pytest.mark.parametrize(
    ("now", "text"),
    [
        (datetime(2026, 8, 25, 16, 0, tzinfo=UTC), "14.30"),
        (datetime(2026, 8, 25, 17, 0, tzinfo=UTC), "25 Agu"),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), "25 Agu"),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), "25 Agu 2026"),
    ],
)
def test_short_moment_text_says_no_more_than_needed(now: datetime, text: str) -> None:
    with translation.override("id"), timezone.override(ZoneInfo("Asia/Jakarta")):
        assert moments.short_moment_text(MOMENT, now=now) == text


def test_day_text_of_a_date_is_not_shifted_by_the_zone() -> None:
    with translation.override("id"), timezone.override(ZoneInfo("America/New_York")):
        assert moments.day_text(date(2026, 8, 17)) == "17 Agu 2026"


def test_day_text_of_a_moment_is_the_day_in_the_zone_of_the_reader() -> None:
    with translation.override("en"), timezone.override(ZoneInfo("Asia/Jakarta")):
        assert moments.day_text(datetime(2026, 5, 4, 18, 0, tzinfo=UTC)) == "5 May 2026"


def test_long_day_text_names_the_weekday() -> None:
    with translation.override("id"):
        assert moments.long_day_text(date(2026, 11, 25)) == "Rabu, 25 November"
    with translation.override("en"):
        assert moments.long_day_text(date(2026, 11, 25)) == "Wednesday, 25 November"


def test_time_filters_print_a_time_element_and_nothing_for_none() -> None:
    with translation.override("id"), timezone.override(ZoneInfo("Asia/Jakarta")):
        expected = '<time datetime="2026-08-25T07:30:00+00:00">25 Agu 2026, 14.30 WIB (UTC+7)</time>'
        assert ui.moment(MOMENT) == expected
        assert ui.day(date(2026, 8, 17)) == '<time datetime="2026-08-17">17 Agu 2026</time>'
    assert [ui.moment(None), ui.short_moment(None), ui.day(None)] == ["", "", ""]


def test_month_of_a_moment_is_that_of_the_readers_zone() -> None:
    with timezone.override(ZoneInfo("Asia/Jakarta")), translation.override("en"):
        assert moments.month_text(datetime(2026, 5, 31, 17, tzinfo=UTC)) == "June 2026"
