"""Dates as letters write them, in figures or with the month's name, in Indonesian and English."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from jembatan.correspondence.preflight.finding import Span
from jembatan.platform.dates.words import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, any_of

LOOK_BACK = timedelta(days=60)
ALL_WEEKDAYS = WEEKDAYS | SHORT_WEEKDAYS["id"] | SHORT_WEEKDAYS["en"]
MONTH = rf"(?P<month>{any_of(MONTHS)})\b\.?"
DAY_FIRST = rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s+of)?[ \t-]+{MONTH}(?:,?[ \t-]+(?P<year>\d{{4}})\b)?"
MONTH_FIRST = DAY_FIRST.replace(
    rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s+of)?[ \t-]+{MONTH}",
    rf"{MONTH}[ \t]+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[.:]\d)",
)
ISO = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
NAMED = tuple(
    re.compile(rf"(?<![\w/.-])(?:{pattern})(?!\w)", re.IGNORECASE)
    for pattern in (DAY_FIRST, MONTH_FIRST, ISO)
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """Day and month, the year where it is written, and where it stands."""

    span: Span
    day: int
    month: int
    year: int | None

    def on(self, today: date | None) -> date | None:
        """The date; without a year, the first such day that is at most sixty days past. None where there is no such day."""
        if self.year:
            return _date(self.year, self.month, self.day)
        if today is None:
            return None
        years = (_date(year, self.month, self.day) for year in (today.year - 1, today.year, today.year + 1))
        return next((day for day in years if day and day >= today - LOOK_BACK), None)


def written_days(text: str) -> list[WrittenDay]:
    """All dates that name their month or stand in the form of ISO 8601, in the order of the text."""
    found: dict[int, WrittenDay] = {}
    taken_until = 0
    matches = sorted(
        (match for pattern in NAMED for match in pattern.finditer(text)),
        key=lambda match: (match.start(), -match.end()),
    )
    for match in matches:
        if match.start() < taken_until:
            continue
        month = match["month"].lower()
        number = int(month) if month.isdigit() else MONTHS[month]
        found[match.start()] = WrittenDay(
            match.span(), int(match["day"]), number, int(match["year"]) if match["year"] else None
        )
        taken_until = match.end()
    return list(found.values())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
