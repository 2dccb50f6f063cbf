"""Days written out, in the language of the letter."""

from datetime import date

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),  # noqa: SIM905
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),  # noqa: SIM905
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(),  # noqa: SIM905
}


def spelled_day(day: date, *, language: str, with_year: bool = True, with_weekday: bool = False) -> str:
    """ "5 December 2026", "Sabtu, 5 Desember 2026": day first, which both languages read alike."""
    months = MONTHS.get(language, MONTHS["en"])
    spelled = f"{day.day} {months[day.month - 1]}"
    if with_year:
        spelled = f"{spelled} {day.year}"
    return f"{weekday_name(day.weekday(), language=language)}, {spelled}" if with_weekday else spelled


def weekday_name(number: int, *, language: str) -> str:
    """Monday is 0."""
    return WEEKDAYS.get(language, WEEKDAYS["en"])[number]
