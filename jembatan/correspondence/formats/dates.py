"""When a message was sent, also from Date headers that no standard knows."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb februari february peb",
            "mar maret march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt agustus aug august agus",
            "sep september sept",
            "okt oktober oct october",
            "nov november nop nopember",
            "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}
WORDY = re.compile(
    r"(?P<day>\d{1,2})[ ./-]+(?P<month>[a-z]{3,9})[ ./,-]+(?P<year>\d{4}|\d{2})"
    r"(?:\D+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?)?(?:\s*(?P<zone>[+-]\d{4}))?",
    re.IGNORECASE,
)


def sent_date(value: str) -> tuple[datetime, bool] | None:
    """The aware moment and whether its offset was written (RFC 5322's -0000 means it was not); None if it cannot be read."""
    for read in (_standard, _iso, _wordy):
        try:
            found = read(value)
            if found is not None:
                found[0].astimezone(UTC)
                return found
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None


def received_date(value: str) -> datetime | None:
    """The moment at the end of a Received header."""
    found = sent_date(value.rpartition(";")[2].strip())
    return found[0] if found else None


def _standard(value: str) -> tuple[datetime, bool] | None:
    fields = parsedate_tz(value)
    if fields is None:
        return None
    offset = fields[9]
    second = min(fields[5], 59)  # a leap second is written as 60
    known = offset is not None and "-0000" not in value and abs(offset) < 86400
    zone = timezone(timedelta(seconds=offset)) if known and offset is not None else UTC
    return datetime(*fields[:5], second, tzinfo=zone), known


def _iso(value: str) -> tuple[datetime, bool] | None:
    moment = datetime.fromisoformat(value.strip())
    return (moment, True) if moment.tzinfo else (moment.replace(tzinfo=UTC), False)


def _wordy(value: str) -> tuple[datetime, bool] | None:
    found = WORDY.search(value)
    month = MONTHS.get(found["month"].lower()) if found else None
    if found is None or month is None:
        return None
    year = int(found["year"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    moment = datetime(
        year,
        month,
        int(found["day"]),
        int(found["hour"] or 0),
        int(found["minute"] or 0),
        int(found["second"] or 0),
        tzinfo=UTC,
    )
    if not found["zone"]:
        return moment, False
    return moment.replace(tzinfo=datetime.strptime(found["zone"], "%z").tzinfo), True
