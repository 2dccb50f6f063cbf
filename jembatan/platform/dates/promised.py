"""The day on which somebody says that something will come: "tomorrow", "on Tuesday", "minggu depan"."""

from datetime import datetime

from jembatan.platform.dates.deadlines import close_of
from jembatan.platform.dates.limits import PERIOD
from jembatan.platform.dates.periods import end_of_period
from jembatan.platform.dates.spoken import find_when, lower_of_same_length


def promised_day(sentence: str, *, now: datetime, language: str) -> datetime | None:
    """The first moment to come that the sentence names; "next week" promises its Friday, a day its close."""
    if period := PERIOD.search(lower_of_same_length(sentence)):
        day = end_of_period(period, now.date())
        return close_of(day, now) if day else None
    when = find_when(sentence, now=now, language=language)
    if when is None:
        return None
    at = close_of(when.start.date(), now) if when.all_day else when.start
    return at if at > now else None
