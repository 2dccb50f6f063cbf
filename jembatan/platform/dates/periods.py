"""Days that are named by their place: "end of this week", "akhir Maret 2027", "the 15th"."""

import calendar
import re
from datetime import date, timedelta

from jembatan.platform.dates.words import MONTHS

FRIDAY = 4


def end_of_period(match: re.Match[str], today: date) -> date | None:
    """Of a match of `limits.PERIOD`. A week ends on Friday for those who work; None beyond the calendar."""
    named = match.groupdict()
    try:
        if whole := named["whole"]:
            return _friday(today, later=1 if "next" in whole or "depan" in whole else 0)
        if month := named["en_month"] or named["id_month"]:
            return _end_of_month(today, MONTHS[month], named["en_year"] or named["id_year"])
        unit = named["en_unit"] or named["id_unit"]
        later = 1 if (named["en_which"] or named["id_which"]) in {"next", "depan"} else 0
        if unit in {"week", "pekan", "minggu"}:
            return _friday(today, later=later)
        if unit in {"year", "tahun"}:
            return date(today.year + later, 12, 31)
        year, month_before = divmod(today.year * 12 + today.month - 1 + later, 12)
        return _last_day(year, month_before + 1)
    except (OverflowError, ValueError):
        return None


def coming_day(number: int, today: date) -> date | None:
    """The next day of that number in a month, today counts; None for a 32nd."""
    for later in range(12):
        year, month_before = divmod(today.year * 12 + today.month - 1 + later, 12)
        if 1 <= number <= calendar.monthrange(year, month_before + 1)[1]:
            day = date(year, month_before + 1, number)
            if day >= today:
                return day
    return None


def _friday(today: date, *, later: int) -> date:
    """Of this week, or so many weeks later; on a weekend the coming one."""
    monday = today - timedelta(days=today.weekday())
    if today.weekday() > FRIDAY and not later:
        later = 1
    return monday + timedelta(days=FRIDAY + 7 * later)


def _end_of_month(today: date, month: int, year: str | None) -> date:
    if year:
        return _last_day(int(year), month)
    this_year = _last_day(today.year, month)
    return this_year if this_year >= today else _last_day(today.year + 1, month)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
