"""Days and hours that somebody can work, as written in a cell."""

import re
from datetime import date, timedelta

from jembatan.platform.dates.words import MONTHS, any_of

RANGE = re.compile(r"\s*(?:-|–|—|(?<![a-z])(?:to|until|s/d|sd|sampai|hingga)(?![a-z]))\s*", re.IGNORECASE)
NAMED = re.compile(rf"(\d{{1,2}})\s+({any_of(MONTHS)})(?:\s+(\d{{4}}))?", re.IGNORECASE)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
ALL = frozenset({"all", "semua", "every day", "setiap hari", "*"})
HOURS = re.compile(
    r"^(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|to|s/d|sampai)\s*(\d{1,2})(?:[.:](\d{2}))?$", re.IGNORECASE
)
DAY = 1440


def read_days(cell: str, first: date, last: date) -> list[date]:
    """Days between the first and the last, in order; [] for a cell that says none.

    "2018-08-18", "18/08", "18 August", "18" (the day of the month), several of them after commas, and ranges "18-22".
    """
    if cell.strip().lower() in ALL:
        return _between(first, last)
    found: set[date] = set()
    for part in re.split(r"[,;|\n]", cell[:2000]):
        ends = [_day(end, first, last) for end in _ends(part)]
        begins, until = ends[0], ends[-1]
        if begins and until:
            found.update(_between(max(begins, first), min(until, last)))
    return sorted(found)


def read_window(cell: str) -> tuple[int, int] | None:
    """Minutes of the day, "08.00-17.30"; an end at or before the beginning is the end of the day."""
    hours = _hours(cell)
    return (hours[0], hours[1] if hours[1] > hours[0] else DAY) if hours else None


def read_span(cell: str) -> tuple[int, int] | None:
    """The same of work that goes on past midnight: an end at or before the beginning is on the next day."""
    hours = _hours(cell)
    return (hours[0], hours[1] + DAY * (hours[1] <= hours[0])) if hours else None


def span_text(begins: int, ends: int) -> str:
    """As both read it."""
    return f"{begins // 60:02}:{begins % 60:02}-{ends % DAY // 60 if ends != DAY else 24:02}:{ends % 60:02}"


def _hours(cell: str) -> tuple[int, int] | None:
    written = HOURS.match(cell.strip())
    if not written:
        return None
    begins = int(written[1]) * 60 + int(written[2] or 0)
    ends = int(written[3]) * 60 + int(written[4] or 0)
    if begins >= DAY or ends > DAY:
        return None
    return begins, ends


def _ends(part: str) -> list[str]:
    """A day, or the first and the last of a range; the dashes of ISO 8601 make none."""
    if written := ISO.findall(part):
        return written[:2]
    return RANGE.split(part.strip(), maxsplit=1)


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _day(text: str, first: date, last: date) -> date | None:
    text = text.strip()
    try:
        return date.fromisoformat(text) if ISO.fullmatch(text) else _short(text, first, last)
    except ValueError:
        return None


def _short(text: str, first: date, last: date) -> date | None:
    """ "18/08/2018", "18/8" or "18 August" in the year of the programme, "18" in its month."""
    if named := NAMED.fullmatch(text):
        text = "/".join(filter(None, (named[1], str(MONTHS[named[2].lower()]), named[3])))
    written = re.fullmatch(r"(\d{1,2})(?:[/.](\d{1,2})(?:[/.](\d{4}))?)?", text)
    if not written:
        return None
    day = int(written[1])
    if written[3]:
        return date(int(written[3]), int(written[2]), day)
    for candidate in _between(first, last):
        if candidate.day == day and (not written[2] or candidate.month == int(written[2])):
            return candidate
    return None
