"""Reading a moment from a text field, or from the middle of a sentence."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from jembatan.platform.dates.clock import Clock, read_clock
from jembatan.platform.dates.days import read_day
from jembatan.platform.dates.words import MONTHS, any_of

WORD_START = re.compile(r"(?<![\w/.:-])[\w@]")
BETWEEN = re.compile(r"t(?=\d)|\s*,?\s*(?:(?:on|pada|hari)\s+)?")
NOT_SPACE = re.compile(r"\S")
DATE = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?:{any_of(MONTHS)})\b|(?:{any_of(MONTHS)})\b\.?\s+\d{{1,2}}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d"
)


@dataclass(frozen=True, slots=True)
class When:
    """A moment in the reader's zone (midnight when `all_day`), and where in the text it was written."""

    start: datetime
    all_day: bool
    span: tuple[int, int]


def parse_when(text: str, *, now: datetime, language: str) -> When | None:
    """The moment that this text is, and nothing else; None when it is something else. `now` is aware."""
    first = NOT_SPACE.search(text)
    if first is None:
        return None
    found = _read(lower_of_same_length(text), first.start(), now=now, language=language, alone=True)
    return found if found and not text[found.span[1] :].strip(" .") else None


def find_when(text: str, *, now: datetime, language: str) -> When | None:
    """The first moment written anywhere in a longer text; what only might be one ("15.00", "minggu") is passed over."""
    lower = lower_of_same_length(text)
    for start in WORD_START.finditer(lower):
        if found := _read(lower, start.start(), now=now, language=language, alone=False):
            return found
    return None


def read_when(text: str, start: int, *, now: datetime, language: str) -> When | None:
    """The moment written at this position of the lower-case text, where the words before say that one comes."""
    return _read(text, start, now=now, language=language, alone=True)


def lower_of_same_length(text: str) -> str:
    """Lower case with the positions of the original ("İ" becomes two characters and is left)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _read(text: str, start: int, *, now: datetime, language: str, alone: bool) -> When | None:
    today = now.date()
    if day := _day(text, start, today=today, language=language):
        written, end, doubtful = day
        clock = read_clock(text, _after_gap(text, end))
        if clock:
            return _when(written, clock[0], now=now, span=(start, clock[1]), today=today)
        return (
            None if doubtful and not alone else _when(written, None, now=now, span=(start, end), today=today)
        )
    if clock := read_clock(text, start):
        return _clock_first(text, start, clock, now=now, language=language, alone=alone)
    return None


def _day(text: str, start: int, *, today: date, language: str) -> tuple[date, int, bool] | None:
    """As `read_day`; of "Senin, 30 November" the date counts."""
    first = read_day(text, start, today=today, language=language)
    if first and DATE.match(text, after := _after_gap(text, first[1])):
        return read_day(text, after, today=today, language=language) or first
    return first


def _clock_first(
    text: str, start: int, clock: tuple[Clock, int], *, now: datetime, language: str, alone: bool
) -> When | None:
    time_of_day, end = clock
    if day := _day(text, _after_gap(text, end), today=now.date(), language=language):
        return _when(day[0], time_of_day, now=now, span=(start, day[1]), today=now.date())
    if not (time_of_day.sure or alone):
        return None
    return _when(now.date(), time_of_day, now=now, span=(start, end), today=now.date())


def _after_gap(text: str, position: int) -> int:
    gap = BETWEEN.match(text, position)
    return gap.end() if gap else position


def _when(
    day: date, clock: Clock | None, *, now: datetime, span: tuple[int, int], today: date
) -> When | None:
    zone = now.tzinfo
    if clock is None:
        return When(datetime.combine(day, time.min, zone), True, span)
    written_in = zone if clock.zone is None else timezone(timedelta(hours=clock.zone))
    try:
        wall = datetime.combine(day, time.min) + timedelta(minutes=clock.minutes)
        return When(wall.replace(tzinfo=written_in).astimezone(zone), False, span)
    except OverflowError:
        return None
