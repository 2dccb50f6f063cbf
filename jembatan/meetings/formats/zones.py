"""Zones by the names that calendars give them: IANA in any case, Windows, vendors' prefixes, or by how they behave."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

LIKELY = (
    "Asia/Jakarta",
    "Asia/Makassar",
    "Asia/Jayapura",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Shanghai",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Australia/Sydney",
)


def zone_named(name: str) -> str | None:
    """The IANA name behind `name`; None when nobody knows it."""
    cleaned = name.strip().strip('"').strip("/")
    if olson := WINDOWS_TO_OLSON.get(cleaned):
        return olson
    parts = cleaned.lower().split("/")
    known = _by_lower_name()
    return next(
        (known[tail] for start in range(len(parts)) if (tail := "/".join(parts[start:])) in known), None
    )


def zone_behaving_like(zone: tzinfo, around: datetime) -> str | None:
    """An IANA zone with the same offsets through the year around a moment, for a zone that a file defines itself."""
    samples = [around + timedelta(days=30 * month) for month in range(-6, 13)]
    offsets = [moment.replace(tzinfo=zone).utcoffset() for moment in samples]
    for name in (*LIKELY, *sorted(_by_lower_name().values())):
        candidate = ZoneInfo(name)
        if all(
            moment.replace(tzinfo=candidate).utcoffset() == offset
            for moment, offset in zip(samples, offsets, strict=True)
        ):
            return name
    return None


def zone_or_utc(name: str) -> tzinfo:
    """The zone of a stored name; UTC for none or one that this machine does not know."""
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


@cache
def _by_lower_name() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones() if name != "localtime"}
