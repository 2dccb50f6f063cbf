"""Days as people write them: "besok", "jumat depan", "17 Agustus 2026", "05/06/2026", "in two weeks", "akhir bulan"."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from jembatan.platform.dates.words import MONTHS, NEARBY, NUMBERS, SHORT_WEEKDAYS, UNITS, WEEKDAYS, any_of

LOOK_BACK = timedelta(days=60)
DOUBTFUL = re.compile(r"minggu|\d+/\d+")
Reader = Callable[[re.Match[str], date], date | None]


def read_day(text: str, position: int, *, today: date, language: str) -> tuple[date, int, bool] | None:
    """The day written at this position of the lower-case text, where it ends, and whether it could be something else.

    A weekday is the coming one (today counts), with "next" the one of next week, with "last" the one before today. A day
    without a year is at most 60 days past. Numbers are day first. "minggu" may be a week, "24/7" a habit.
    """
    for pattern, read in _patterns(language):
        if (match := pattern.match(text, position)) and (day := _within_calendar(read, match, today)):
            return day, match.end(), DOUBTFUL.fullmatch(match[0]) is not None
    return None


def _within_calendar(read: Reader, match: re.Match[str], today: date) -> date | None:
    """None for a 31 April, and for what lies before year 1 or after year 9999."""
    try:
        return read(match, today)
    except (ValueError, OverflowError):
        return None


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    months, units, weekdays = any_of(MONTHS), any_of(UNITS), any_of(_weekdays(language))
    number = rf"(?P<number>\d{{1,3}}|{any_of(NUMBERS)})"
    readers: list[tuple[str, Reader]] = [
        (r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)", _numeric),
        (r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d{2})(?![\d/.-]*\d|-?\w)", _numeric),
        (r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/]*\d)", _numeric),
        (
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<name>{months})\b\.?(?:,?[\s-]+(?P<year>\d{{4}})\b)?",
            _named,
        ),
        (
            rf"(?P<name>{months})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}})\b)?",
            _named,
        ),
        (rf"(?P<word>{any_of(NEARBY)})\b", _nearby),
        (rf"(?:in\s+)?{number}\s+(?P<unit>{units})\s+(?:lagi|from\s+now|ke\s+depan)\b", _ahead),
        (rf"in\s+{number}\s+(?P<unit>{units})\b", _ahead),
        (rf"{number}\s+(?P<unit>{units})\s+(?:yang\s+)?(?:lalu|ago)\b", _ago),
        (rf"next\s+(?P<unit>{units})\b|(?P<unit2>{units})\s+depan\b", _next_unit),
        (r"(?:the\s+)?end\s+of\s+(?:the|this)\s+month\b|akhir\s+bulan(?:\s+ini)?\b", _end_of_month),
        (rf"(?P<which>next|last|this)\s+(?P<weekday>{weekdays})\b", _weekday),
        (
            rf"(?P<weekday>{weekdays})\b(?:\s+(?P<which>(?:of\s+)?next\s+week|(?:minggu\s+|pekan\s+)?depan|lalu|kemarin|ini)\b)?",
            _weekday,
        ),
    ]
    return tuple((re.compile(rf"(?:(?:hari|on)\s+)?(?:{pattern})"), read) for pattern, read in readers)


def _weekdays(language: str) -> dict[str, int]:
    return WEEKDAYS | SHORT_WEEKDAYS.get(language, {})


def _numeric(match: re.Match[str], today: date) -> date:
    parts = match.groupdict()
    if parts.get("year"):
        century = 2000 if len(parts["year"]) == 2 else 0
        return date(century + int(parts["year"]), int(parts["month"]), int(parts["day"]))
    return _without_year(today, int(parts["month"]), int(parts["day"]))


def _named(match: re.Match[str], today: date) -> date:
    month, day = MONTHS[match["name"]], int(match["day"])
    return date(int(match["year"]), month, day) if match["year"] else _without_year(today, month, day)


def _without_year(today: date, month: int, day: int) -> date:
    """The first such day that is not more than 60 days past; 29 February waits for its year."""
    for year in range(today.year - 1, today.year + 9):
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) >= today - LOOK_BACK:
            return date(year, month, day)
    raise ValueError(f"no {day}/{month} in any year")


def _nearby(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=NEARBY[" ".join(match["word"].split())])


def _ahead(match: re.Match[str], today: date) -> date:
    return shifted(today, _number(match["number"]), UNITS[match["unit"]])


def _ago(match: re.Match[str], today: date) -> date:
    return shifted(today, -_number(match["number"]), UNITS[match["unit"]])


def _next_unit(match: re.Match[str], today: date) -> date:
    return shifted(today, 1, UNITS[match["unit"] or match["unit2"]])


def _end_of_month(match: re.Match[str], today: date) -> date:
    return today.replace(day=calendar.monthrange(today.year, today.month)[1])


def _weekday(match: re.Match[str], today: date) -> date:
    names = WEEKDAYS | SHORT_WEEKDAYS["id"] | SHORT_WEEKDAYS["en"]
    weekday, which = names[match["weekday"]], match["which"]
    monday = today - timedelta(days=today.weekday())
    if which and ("next" in which or "depan" in which):
        return monday + timedelta(days=7 + weekday)
    if which in {"this", "ini"}:
        return monday + timedelta(days=weekday)
    if which in {"last", "lalu", "kemarin"}:
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def shifted(day: date, count: int, unit: str) -> date:
    """`count` units later; the 31st becomes the last day of a shorter month."""
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
