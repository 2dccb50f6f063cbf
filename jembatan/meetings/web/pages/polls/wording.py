"""Times of a poll and what speaks against them, in words of the current language."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.meetings.queries.wording import days_text, elsewhere_text, hours_text
from jembatan.platform.dates.common_time import Against, Hindrance
from jembatan.platform.ui.moments import clock_text, zone_text


def time_told(starts_at: datetime, ends_at: datetime) -> str:
    """ "Wed, 25 Nov 2026, 14:30–15:30 WIB (UTC+7)", on the clock of the current zone."""
    starts, ends = timezone.localtime(starts_at), timezone.localtime(ends_at)
    if starts.date() == ends.date():
        return f"{days_text(starts.date(), starts.date())}, {hours_text(starts, ends)} {zone_text(starts)}"
    first, last = (f"{days_text(each.date(), each.date())}, {clock_text(each)}" for each in (starts, ends))
    return f"{first} – {last} {zone_text(starts)}"


def elsewhere_told(starts_at: datetime, ends_at: datetime, zones: Iterable[str]) -> list[str]:
    """The same on the clocks of others, each clock once and not the reader's own."""
    here = timezone.localtime(starts_at).utcoffset()
    told: dict[timedelta | None, str] = {}
    for name in zones:
        zone = ZoneInfo(name)
        offset = starts_at.astimezone(zone).utcoffset()
        if offset != here:
            told.setdefault(offset, elsewhere_text(starts_at, ends_at, zone))
    return list(told.values())


def against_told(hindrance: Hindrance) -> str:
    """ "Mori: outside of hours for 30 minutes"."""
    name, minutes = hindrance.attender.name, hindrance.minutes
    if hindrance.against == Against.BUSY:
        return _("%(name)s: engaged") % {"name": name}
    if hindrance.against == Against.HOLIDAY:
        return _("%(name)s: holiday (%(holiday)s)") % {"name": name, "holiday": hindrance.told}
    if hindrance.against == Against.CLOSED_DAY:
        return _("%(name)s: free day") % {"name": name}
    told = ngettext(
        "%(name)s: %(number)d minute outside of working hours",
        "%(name)s: %(number)d minutes outside of working hours",
        minutes,
    )
    return told % {"name": name, "number": minutes}
