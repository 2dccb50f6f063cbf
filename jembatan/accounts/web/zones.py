"""The time zones to choose from."""

from zoneinfo import available_timezones

ZONES = sorted(
    zone
    for zone in available_timezones()
    if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/"))
)
ZONE_CHOICES = [(zone, zone) for zone in ZONES]
