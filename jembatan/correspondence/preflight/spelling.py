"""Days written out, in the language of the letter."""

from datetime import date

from babel.dates import format_date


def spelled_day(day: date, *, language: str, with_year: bool = True, with_weekday: bool = False) -> str:
    """ "5 December 2026", "Sabtu, 5 Desember 2026": day first, which both languages read alike."""
    form = "d MMMM y" if with_year else "d MMMM"
    return format_date(day, f"EEEE, {form}" if with_weekday else form, locale=_locale(language))


def weekday_name(day: date, *, language: str) -> str:
    """ "Saturday", "Sabtu"."""
    return format_date(day, "EEEE", locale=_locale(language))


def _locale(language: str) -> str:
    return language if language in {"en", "id"} else "en"
