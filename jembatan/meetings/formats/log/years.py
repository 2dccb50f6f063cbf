"""The year of dates that name only a month: from the dates around them, else from the file's name or its first lines."""

import re
from collections.abc import Iterable

from jembatan.meetings.formats.log.periods import read_period
from jembatan.platform.dates.words import MONTHS, any_of

FOUR = re.compile(r"(?<!\d)(19[89]\d|20[0-4]\d)(?!\d)")
AFTER_MONTH = re.compile(rf"(?:{any_of(MONTHS)})[a-z]*[ _-]*'?([0-4]\d)(?!\d)", re.IGNORECASE)
LEAP = 2000


def year_in(text: str) -> int | None:
    """The last year that a name or title mentions: 2013 of "bmmeetingsjulsep2013.csv", 2014 of "CO_meetings_jan_mar_14.csv"."""
    if years := FOUR.findall(text):
        return int(years[-1])
    short = AFTER_MONTH.findall(text)
    return 2000 + int(short[-1]) if short else None


def years_of(dates: Iterable[str], *, fallback: int | None) -> list[int | None]:
    """For each cell the year to take if it names none: the last one named above it, else the first below, else `fallback`.

    A log runs forward, so a month far before the one above belongs to the next year (December, then January).
    """
    cells = list(dates)
    cache: dict[str, tuple[int | None, int | None]] = {}
    named = [cache.setdefault(cell, _year_and_month(cell)) for cell in cells]
    first = next((year for year, _month in named if year is not None), fallback)
    years: list[int | None] = []
    last_year, last_month = first if fallback is None else fallback, None
    for year, month in named:
        if year is not None:
            last_year = year
        elif month and last_month and last_year and last_month - month >= 6:
            last_year += 1
        last_month = month or last_month
        years.append(last_year)
    return years


def _year_and_month(cell: str) -> tuple[int | None, int | None]:
    period = read_period(cell, year=LEAP) if cell else None
    if period is None:
        return None, None
    month = None if period.precision == "year" else period.start.month
    return (None if period.year_taken else period.start.year), month
