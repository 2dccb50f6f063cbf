"""Dates as logs write them, as precisely as they say and no more: "Jan-14", "April", "2014-03", "3rd–5th May 2013"."""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from jembatan.platform.dates.words import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, any_of

MONTH = rf"(?P<month>{any_of(MONTHS)})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4}|'?\d{2})"
GAP = r"[\s,./-]*"
NUMBERED = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<month>\d{1,2})[-/. ](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})"),
)
NAMED = (
    re.compile(rf"{DAY}{GAP}(?:of\s+)?{MONTH}{GAP}{YEAR}"),
    re.compile(rf"{DAY}{GAP}(?:of\s+)?{MONTH}"),
    re.compile(rf"{MONTH}{GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,|\s)\s*(?P<year>\d{{4}})"),
    re.compile(rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)"),
    re.compile(rf"{MONTH}{GAP}{YEAR}"),
    re.compile(rf"(?P<year>\d{{4}}){GAP}{MONTH}"),
    re.compile(MONTH),
)
COMPACT_RANGE = re.compile(
    rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|to|&|and|dan|s\.?d\.?|s/d)\s*(?P<rest>{DAY}\b.*)"
)
RANGE = re.compile(
    r"(?P<left>.+?)\s*(?:\s-\s|\bto\b|\bsampai(?: dengan)?\b|\bhingga\b|\bs/d\b|\bs\.d\.|(?<=[a-z])-(?=[a-z]))\s*(?P<right>.+)"
)
CLOCK = re.compile(
    r"(?:(?:at|pukul|jam|pkl\.?)\s*)?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?:\s*(?P<half>am|pm))?(?:\s*(?:-|to|sampai|s/d)\s*(?P<hour2>[01]?\d|2[0-3])[:.](?P<minute2>[0-5]\d)(?:\s*(?P<half2>am|pm))?)?"
    r"(?:\s*(?:wib|wita|wit|hrs|hours|gmt|bst))?\s*$"
)
WEEKDAY = re.compile(
    rf"^(?:{any_of(WEEKDAYS | SHORT_WEEKDAYS['id'] | SHORT_WEEKDAYS['en'])})\b[\s,.]*", re.IGNORECASE
)
DASHES = str.maketrans("–—‒−‑", "-----")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day until before `end`; `precision` is minute, day, month or year. Times only with minute."""

    start: date
    end: date
    precision: str
    starts: time | None = None
    ends: time | None = None
    year_taken: bool = False


@dataclass(frozen=True, slots=True)
class _Parts:
    year: int | None
    month: int | None
    day: int | None


def read_period(text: str, *, year: int | None = None) -> Period | None:
    """What this cell says of when; None when it says nothing that is understood.

    Numbers are day first, unless that is impossible. `year` is taken where the cell names none (`year_taken` says so).
    """
    text = " ".join(text.translate(DASHES).lower().split()).strip(" ,;")
    clock = CLOCK.search(text)
    if clock and clock.start() and (before := text[: clock.start()].rstrip(" ,t")) != text:
        period = _days(before, year)
        return with_clock(period, clock[0]) if period else _days(text, year)
    return _days(text, year)


def with_clock(period: Period, text: str) -> Period:
    """The period at this time of day ("10.30", "14:00-15:30"); unchanged when the text is none or it has no day."""
    match = CLOCK.fullmatch(" ".join(text.translate(DASHES).lower().split()))
    if match is None or period.precision != "day":
        return period
    starts = _time(match["hour"], match["minute"], match["half"] or match["half2"])
    ends = _time(match["hour2"], match["minute2"], match["half2"]) if match["hour2"] else None
    return replace(period, precision="minute", starts=starts, ends=ends)


def until(period: Period, last: Period) -> Period:
    """The period stretched to the end of another, where that makes sense."""
    return replace(period, end=last.end) if last.end > period.end else period


def _days(text: str, year: int | None) -> Period | None:
    text = WEEKDAY.sub("", text)
    try:
        if parts := _read(text):
            return _period(parts, parts, year)
        if match := COMPACT_RANGE.fullmatch(text):
            last = _read(match["rest"])
            return (
                last and last.month and _period(replace(last, day=int(match["first"])), last, year)
            ) or None
        if match := RANGE.fullmatch(text):
            first, last = _read(WEEKDAY.sub("", match["left"])), _read(WEEKDAY.sub("", match["right"]))
            if first and last:
                return _period(first, last, year)
    except ValueError:
        return None
    return None


def _read(text: str) -> _Parts | None:
    for pattern in (*NUMBERED, *NAMED):
        if match := pattern.fullmatch(text.strip(" ,.")):
            parts = match.groupdict()
            return _checked(_year(parts.get("year")), _month(parts.get("month")), parts.get("day"))
    return None


def _checked(year: int | None, month: int | None, day: str | None) -> _Parts | None:
    number = int(day) if day else None
    if month and number and month > 12 >= number:
        month, number = number, month
    if (month is not None and not 1 <= month <= 12) or (year is not None and not 1900 <= year <= 2200):
        return None
    return _Parts(year, month, number)


def _period(first: _Parts, last: _Parts, year: int | None) -> Period | None:
    """Raises `ValueError` for a 31 April."""
    last_year = last.year or year
    first_year = first.year or last_year
    if first_year is None or last_year is None:
        return None
    taken = last.year is None
    if last.month is None:
        return Period(date(first_year, 1, 1), date(last_year + 1, 1, 1), "year", year_taken=taken)
    first_month = first.month or last.month
    if last.day is None:
        start, end = date(first_year, first_month, 1), _next_month(last_year, last.month)
        return Period(start, end, "month", year_taken=taken) if start < end else None
    start = date(first_year, first_month, first.day or 1)
    end = date(last_year, last.month, last.day) + timedelta(days=1)
    if start >= end and first.year is None:
        start = start.replace(year=first_year - 1)
    return Period(start, end, "day", year_taken=taken) if start < end else None


def _next_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.strip("'"))
    return number if len(text.strip("'")) == 4 else number + (2000 if number < 70 else 1900)


def _month(text: str | None) -> int | None:
    return None if not text else int(text) if text.isdigit() else MONTHS[text]


def _time(hour: str, minute: str, half: str | None) -> time:
    number = int(hour)
    if half and number <= 12:
        number = number % 12 + (12 if half == "pm" else 0)
    return time(number, int(minute))
