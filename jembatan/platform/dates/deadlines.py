"""Deadlines as letters set them: "paling lambat Jumat pukul 15.00", "by 5 March", "COB Friday", "within 10 working days"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from jembatan.platform.dates import limits
from jembatan.platform.dates.days import shifted
from jembatan.platform.dates.periods import coming_day, end_of_period
from jembatan.platform.dates.spoken import When, lower_of_same_length, read_when

CLOSING = time(17, 0)
FARTHEST = timedelta(days=3 * 366)
LOOKED_BACK = 40
SENTENCE_ENDS = re.compile(r"[.!?]+(?=\s+[A-Z(\"“]|\s*\n|\s*$)|\n\s*\n|;\s")
WORD_START = re.compile(r"(?<![\w/.:-])\w")
RANGE_BEFORE = re.compile(r"(?:\d|senin|selasa|rabu|kamis|jumat|sabtu|minggu|day)\s*$")
TODAY = re.compile(r"(?:hari\s+ini|today|now|sekarang|saat\s+ini)\b")
TANGGAL = re.compile(r"\b(?:tanggal|tgl)\b")
DOUBTFUL_DAY = re.compile(r"\d{1,2}/\d{1,2}|next|depan|minggu")


@dataclass(frozen=True, slots=True)
class WrittenDeadline:
    """Where it stands in the text, and the moment in the zone of `now`; without an hour (`all_day`), the close of that day.

    `sure` is false where the words can mean another day: "before Friday", "next Friday", "05/06".
    """

    span: tuple[int, int]
    at: datetime
    all_day: bool
    sure: bool


def find_deadlines(text: str, *, now: datetime, language: str, wanted: bool = True) -> list[WrittenDeadline]:
    """All in the order of the text, none that is over, or so far away that it is a number of something else. `now` is when the text was written, in the writer's zone.

    With `wanted`, weak words ("by", "until", "dalam") count only in a sentence that wants something.
    """
    lower = lower_of_same_length(text)
    found: list[WrittenDeadline] = []
    for start, end in _sentences(text):
        sentence = _Sentence(lower[:end], start, now, language, wants=not wanted)
        found += _apart(each for each in sentence.deadlines() if now < each.at < now + FARTHEST)
    return found


def close_of(day: date, now: datetime) -> datetime:
    """The moment at which offices close on that day, in the zone of `now`."""
    return datetime.combine(day, CLOSING, now.tzinfo)


@dataclass(slots=True)
class _Sentence:
    """`text` ends with it, so that nothing is read beyond; offsets are those of the whole."""

    text: str
    start: int
    now: datetime
    language: str
    wants: bool

    def deadlines(self) -> Iterator[WrittenDeadline]:
        self.wants = self.wants or bool(limits.WANTED.search(self.text, self.start))
        yield from self._within()
        yield from self._led()
        yield from self._closings()
        yield from self._trailing()
        if self.wants:
            yield from self._bare_periods()

    def _within(self) -> Iterator[WrittenDeadline]:
        for match in limits.WITHIN.finditer(self.text, self.start):
            weak = match["lead"].startswith(("within", "dalam"))
            if limits.ELSEWHERE.match(self.text, match.end()) or (weak and not self.wants):
                continue
            number = match["number"]
            count = int(number) if number.isdigit() else limits.MORE_NUMBERS[" ".join(number.split())]
            unit = " ".join(match["unit"].split())
            if (at := _counted(self.now, count, unit)) is not None:
                yield WrittenDeadline(match.span(), at, "jam" not in unit and "hour" not in unit, sure=True)

    def _led(self) -> Iterator[WrittenDeadline]:
        for lead in limits.LEAD.finditer(self.text, self.start):
            if not self._counts(lead):
                continue
            gap = limits.TO_THE_DAY.match(self.text, lead.end())
            at = gap.end() if gap else lead.end()
            if period := self._period(lead.start(), at):
                yield period
            elif when := read_when(self.text, at, now=self.now, language=self.language):
                yield self._moment(when, lead.start(), before=lead["before"] is not None)
            elif day := self._day_of_month(lead, at):
                yield day

    def _day_of_month(self, lead: re.Match[str], at: int) -> WrittenDeadline | None:
        """ "the 15th", "tanggal 15": the coming one."""
        match = limits.DAY_OF_MONTH.match(self.text, at)
        if match is None or not (match["ordinal"] or TANGGAL.search(self.text, lead.start(), at)):
            return None
        day = coming_day(int(match["ordinal"] or match["plain"]), self.now.date())
        if day is None:
            return None
        span = (lead.start(), match.end())
        sure = lead["before"] is None
        return WrittenDeadline(
            span, close_of(day if sure else _working_day_before(day), self.now), True, sure
        )

    def _counts(self, lead: re.Match[str]) -> bool:
        if lead["latest"] or lead["named"]:
            return True
        if lead["until"]:
            before = self.text[self.start : lead.start()]
            if RANGE_BEFORE.search(before) or limits.AWAY.search(before):
                return False
            if TODAY.match(self.text, lead.end() + 1):
                return False
        return self.wants

    def _closings(self) -> Iterator[WrittenDeadline]:
        """ "COB Friday", and "by close of business" alone for today."""
        for close in limits.CLOSING.finditer(self.text, self.start):
            gap = limits.TO_THE_DAY.match(self.text, close.end())
            at = gap.end() if gap else close.end()
            when = read_when(self.text, at, now=self.now, language=self.language)
            if when and when.all_day:
                yield self._moment(when, close.start(), before=False)
            elif self.wants:
                yield WrittenDeadline(
                    close.span(), close_of(self.now.date(), self.now), True, sure=when is None
                )

    def _trailing(self) -> Iterator[WrittenDeadline]:
        """ "Friday at the latest"."""
        for lead in limits.BEHIND.finditer(self.text, self.start):
            for word in WORD_START.finditer(
                self.text, max(self.start, lead.start() - LOOKED_BACK), lead.start()
            ):
                when = read_when(self.text, word.start(), now=self.now, language=self.language)
                if when and not self.text[when.span[1] : lead.start()].strip(" ,"):
                    found = self._moment(when, word.start(), before=False)
                    yield WrittenDeadline((word.start(), lead.end()), found.at, found.all_day, found.sure)
                    break

    def _bare_periods(self) -> Iterator[WrittenDeadline]:
        for match in limits.PERIOD.finditer(self.text, self.start):
            if not match["whole"] and (period := self._period(match.start(), match.start())):
                yield period

    def _period(self, start: int, at: int) -> WrittenDeadline | None:
        match = limits.PERIOD.match(self.text, at)
        day = end_of_period(match, self.now.date()) if match else None
        if match is None or day is None:
            return None
        return WrittenDeadline((start, match.end()), close_of(day, self.now), True, sure=not match["whole"])

    def _moment(self, when: When, start: int, *, before: bool) -> WrittenDeadline:
        words = self.text[slice(*when.span)]
        sure = not before and DOUBTFUL_DAY.search(words) is None
        span = (start, when.span[1])
        if not when.all_day:
            return WrittenDeadline(span, when.start, False, sure=DOUBTFUL_DAY.search(words) is None)
        day = when.start.date()
        return WrittenDeadline(
            span, close_of(_working_day_before(day) if before else day, self.now), True, sure
        )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in SENTENCE_ENDS.finditer(text):
        yield start, stop.start()
        start = stop.end()
    if start < len(text):
        yield start, len(text)


def _apart(found: Iterator[WrittenDeadline]) -> list[WrittenDeadline]:
    """The longest of those that lie within each other."""
    kept: list[WrittenDeadline] = []
    for each in sorted(found, key=lambda each: (each.span[0] - each.span[1], each.span)):
        if all(each.span[1] <= other.span[0] or each.span[0] >= other.span[1] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.span)


def _counted(now: datetime, count: int, unit: str) -> datetime | None:
    """None for what lies beyond the calendar."""
    try:
        if unit.startswith(("x", "jam", "hour")):
            return now + timedelta(hours=count * 24 if unit.startswith("x") else count)
        if "kerja" in unit or "working" in unit or "business" in unit:
            return close_of(_working_days_on(now.date(), count), now)
        day_or_week = "week" if unit.startswith(("week", "minggu", "pekan")) else "day"
        whole = "month" if unit.startswith(("month", "bulan")) else day_or_week
        return close_of(shifted(now.date(), count, whole), now)
    except (OverflowError, ValueError):
        return None


def _working_days_on(day: date, count: int) -> date:
    """Monday to Friday: the holidays of whoever wrote are not known here."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _working_day_before(day: date) -> date:
    day -= timedelta(days=1)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return day
