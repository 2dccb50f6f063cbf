"""Days and times in cells: as spreadsheets hold them (ISO 8601), or as people type them ("18/08/2018 14.30", "18 Agustus 2018")."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from jembatan.platform.dates.spoken import parse_when

CLOCK = re.compile(r"^(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?\s*(am|pm)?$", re.IGNORECASE)
DAY_FIRST = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(.+))?$")
ZONE_BEHIND = re.compile(r"\s*\(?\b(WIB|WITA|WIT|UTC|GMT)\b\)?$", re.IGNORECASE)
ZONES = {
    "WIB": "Asia/Jakarta",
    "WITA": "Asia/Makassar",
    "WIT": "Asia/Jayapura",
    "UTC": "UTC",
    "GMT": "UTC",
}


@dataclass(frozen=True, slots=True)
class Local:
    """A moment on the clocks of a place. `zone` is "" unless the cell says it."""

    day: date
    clock: time | None
    zone: str = ""

    def at(self, zone: str) -> datetime:
        """The instant; a day without a time is its beginning."""
        return datetime.combine(self.day, self.clock or time(), ZoneInfo(self.zone or zone))


def read_moment(cell: str, *, today: date, language: str) -> Local | None:
    """A day, or a day and a time; None for anything else. A day is read before a month (05/06/2026 is in June)."""
    text, zone = _zone_behind(cell.strip())
    local = _iso(text) or _day_first(text)
    if local is None:
        now = datetime.combine(today, time(12), UTC)
        try:
            when = parse_when(text[:80], now=now, language=language)
        except (ValueError, OverflowError):
            when = None
        if when is None:
            return None
        local = Local(when.start.date(), None if when.all_day else when.start.time())
    if not 1900 <= local.day.year <= 2200:
        return None
    return Local(local.day, local.clock, zone)


def read_clock(cell: str) -> time | None:
    """ "14.30", "14:30", "2:30 pm"; None for anything else."""
    written = CLOCK.match(ZONE_BEHIND.sub("", cell.strip()))
    if not written:
        return None
    hour, minute = int(written[1]), int(written[2])
    half = (written[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _zone_behind(text: str) -> tuple[str, str]:
    if written := ZONE_BEHIND.search(text):
        return text[: written.start()].strip(), ZONES[written[1].upper()]
    return text, ""


def _iso(text: str) -> Local | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
        return Local(moment.date(), moment.time(), "UTC")
    dated_only = len(text) <= 10
    return Local(moment.date(), None if dated_only else moment.time())


def _day_first(text: str) -> Local | None:
    written = DAY_FIRST.match(text)
    if not written:
        return None
    try:
        day = date(int(written[3]), int(written[2]), int(written[1]))
    except ValueError:
        return None
    if not written[4]:
        return Local(day, None)
    clock = read_clock(written[4])
    return Local(day, clock) if clock else None
