"""A weekday that does not fit its date."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.days import ALL_WEEKDAYS, WrittenDay, written_days
from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.spelling import spelled_day, weekday_name
from jembatan.platform.dates.words import WEEKDAYS, any_of

BEFORE = re.compile(
    rf"(?P<weekday>\b(?:{any_of(ALL_WEEKDAYS)})\b\.?)(?:\s*[,/(-]\s*|\s+)(?:(?:tanggal|tgl\.?|the|pada)\s+)?$",
    re.IGNORECASE,
)
BEHIND = re.compile(
    rf"\s*(?:\(|,\s*(?:a\s+|hari\s+)?)(?P<weekday>{any_of(WEEKDAYS)})\b(?!\s*,?\s*\d)", re.IGNORECASE
)
LOOKED_BACK = 40


def look(reading: Reading) -> Iterator[Remark]:
    """Dates without a year are those around the day of sending."""
    for place, text in reading.passages:
        for written in written_days(text):
            if remark := _mismatch(reading, place, text, written):
                yield remark


def _mismatch(reading: Reading, place: Place, text: str, written: WrittenDay) -> Remark | None:
    day = written.on(reading.today)
    before = BEFORE.search(text[max(0, written.span[0] - LOOKED_BACK) : written.span[0]])
    behind = BEHIND.match(text, written.span[1])
    named = before or behind
    if day is None or named is None or not named["weekday"][0].isupper():
        return None
    if ALL_WEEKDAYS[named["weekday"].lower().rstrip(".")] == day.weekday():
        return None
    start = max(0, written.span[0] - LOOKED_BACK) + before.start("weekday") if before else written.span[0]
    end = written.span[1] if before or behind is None else behind.end()
    language = reading.letter.language
    if end < len(text) and text[end] == ")" and "(" in text[start:end]:
        end += 1
    return Remark(
        message=_("%(date)s is a %(weekday)s.")
        % {
            "date": spelled_day(day, language=language),
            "weekday": weekday_name(day, language=language),
        },
        words=text[start:end],
        place=place,
        span=(start, end) if place == Place.TEXT else None,
        suggestion=spelled_day(day, language=language, with_weekday=True, with_year=written.year is not None),
    )


RULE = Rule("weekday-mismatch", gettext_lazy("A weekday that does not fit its date"), Severity.WARNING, look)
