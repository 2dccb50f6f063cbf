"""Dates and times as the reader writes them, never without their zone where it could be mistaken.

Indonesian separates hours and minutes by a dot. The zone's letters (WIB, WITA, WIT, JST, CET) come from the time zone
database; Babel knows the Indonesian ones only in Indonesian.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache

from babel.dates import format_date
from django.utils import timezone, translation

CLOCK = {"id": "%H.%M", "en": "%H:%M"}


def moment_text(moment: datetime) -> str:
    """ "25 Nov 2026, 14.30 WIB (UTC+7)" in the current language and zone."""
    local = timezone.localtime(moment)
    return f"{day_text(local)}, {clock_text(local)} {zone_text(local)}"


def short_moment_text(moment: datetime, *, now: datetime | None = None) -> str:
    """Today "14.30", this year "25 Nov", else "25 Nov 2025"."""
    local, today = timezone.localtime(moment), timezone.localtime(now)
    if local.date() == today.date():
        return clock_text(local)
    return _written(local.date(), "d MMM" if local.year == today.year else "d MMM y", _language())


def day_text(day: date | datetime) -> str:
    """ "25 Nov 2026"; a moment counts as its day in the current zone."""
    return _written(_local_day(day), "d MMM y", _language())


def long_day_text(day: date) -> str:
    """ "Rabu, 25 November" or "Wednesday, 25 November": the day at hand, whose year nobody doubts."""
    return _written(day, "EEEE, d MMMM", _language())


def month_text(day: date | datetime) -> str:
    """ "November 2026"; a moment counts as its day in the current zone."""
    return _written(_local_day(day), "MMMM y", _language())


def short_month_text(day: date, *, with_year: bool) -> str:
    """ "Nov", or "Nov 2026"."""
    return _written(day, "MMM y" if with_year else "MMM", _language())


def clock_text(moment: datetime) -> str:
    """ "14.30" or "14:30" in the current zone."""
    return local_clock_text(timezone.localtime(moment))


def local_clock_text(local: datetime) -> str:
    """The same, on the clock that `local` carries."""
    return local.strftime(CLOCK[_language()])


def minute_text(minute: int) -> str:
    """The same, of a minute of the day; its end is "24.00"."""
    hours, minutes = divmod(minute, 60)
    return CLOCK[_language()].replace("%H", f"{hours:02}").replace("%M", f"{minutes:02}")


def short_zone_text(local: datetime) -> str:
    """ "WIB", or "UTC+8" where the zone has no letters. `local` carries its zone."""
    letters = local.tzname() or ""
    return letters if letters.isalpha() else _offset_text(local.utcoffset() or timedelta())


def zone_text(local: datetime) -> str:
    """ "WIB (UTC+7)"; "(UTC+8)" where the zone has no letters, "UTC" for itself. `local` carries its zone."""
    letters, offset = local.tzname() or "", local.utcoffset() or timedelta()
    if letters == "UTC":
        return letters
    return f"{letters} ({_offset_text(offset)})" if letters.isalpha() else f"({_offset_text(offset)})"


@lru_cache(maxsize=4096)
def _written(day: date, pattern: str, language: str) -> str:
    """A page writes the same few days many times, and Babel reads the pattern anew each time."""
    return format_date(day, pattern, locale=language)


def _local_day(day: date | datetime) -> date:
    if isinstance(day, datetime):
        return timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return day


def _offset_text(offset: timedelta) -> str:
    sign = "−" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def _language() -> str:
    language = (translation.get_language() or "id")[:2]
    return language if language in CLOCK else "en"
