"""What the clock says where somebody is."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format

from jembatan.platform.ui.moments import clock_text, zone_text


@dataclass(frozen=True, slots=True)
class LocalTime:
    """ "14.30", "WITA (UTC+8)", "Rabu": as the reader writes them."""

    clock: str
    zone: str
    weekday: str


def local_time(zone: str) -> LocalTime | None:
    """Now, in a zone by its IANA name; None where no zone is known, or where the reader's own clock says the same."""
    if not zone:
        return None
    now = timezone.localtime(timezone=ZoneInfo(zone))
    if now.utcoffset() == timezone.localtime().utcoffset():
        return None
    with timezone.override(ZoneInfo(zone)):
        return LocalTime(clock_text(now), zone_text(now), date_format(now, "l"))
