"""A weekday that depends on the day of reading: "next Friday", "Jumat depan"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.days import written_days
from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.spelling import spelled_day
from jembatan.platform.dates.words import WEEKDAYS, any_of

NAMES = any_of(name for name in WEEKDAYS if name != "minggu")
ENGLISH = rf"\b(?:(?:on )?(?:the|this)\s+)?(?:next|coming|upcoming|following|this)\s+(?P<en>{NAMES})\b|\b(?P<en2>{NAMES})\s+(?:of\s+)?next\s+week\b"
INDONESIAN = rf"\b(?:hari\s+)?(?P<id>{NAMES}|(?<=hari )minggu)\s+(?:yang akan datang|yad\b\.?|y\.a\.d\.?|(?:pekan |minggu )?(?:depan|mendatang|berikutnya|ini))\b"
PATTERN = re.compile(rf"{ENGLISH}|{INDONESIAN}", re.IGNORECASE)
EXPLAINED_WITHIN = 6


def look(reading: Reading) -> Iterator[Remark]:
    """Unless the date stands right behind it."""
    for place, text in reading.passages:
        starts = [day.span[0] for day in written_days(text)]
        for match in PATTERN.finditer(text):
            if any(0 <= start - match.end() <= EXPLAINED_WITHIN for start in starts):
                continue
            yield _remark(reading, place, match)


def _remark(reading: Reading, place: Place, match: re.Match[str]) -> Remark:
    weekday = WEEKDAYS[(match["en"] or match["en2"] or match["id"]).lower()]
    language = "id" if match["id"] else "en"
    days = [
        spelled_day(day, language=language, with_weekday=True) for day in _candidates(reading.today, weekday)
    ]
    return Remark(
        message=_message(match[0], days),
        words=match[0],
        place=place,
        span=match.span() if place == Place.TEXT else None,
        suggestion=days[-1] if days else "",
    )


def _message(words: str, days: list[str]) -> str:
    if len(days) > 1:
        told = {"words": words, "one": days[0], "other": days[1]}
        return _("“%(words)s” can mean %(one)s or %(other)s. Write the date.") % told
    return _("“%(words)s” depends on the day of reading. Write the date.") % {"words": words}


def _candidates(today: date | None, weekday: int) -> list[date]:
    """The coming such day, and that of next week where it is another."""
    if today is None:
        return []
    coming = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    next_week = today + timedelta(days=7 - today.weekday() + weekday)
    return sorted({coming, next_week})


RULE = Rule("relative-day", gettext_lazy("A day that depends on the day of reading"), Severity.WARNING, look)
