"""Moments in the words of the reader, on the clocks of the place where they are meant."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from jembatan.platform.ui.moments import clock_text, day_text, moment_text, short_zone_text


@contextmanager
def clocks_of(zone: str) -> Iterator[None]:
    """Whatever is shown within is shown in that zone."""
    with timezone.override(ZoneInfo(zone)):
        yield


def moment_there(moment: datetime, zone: str) -> str:
    """ "18 Aug 2018, 05:50 WIB (UTC+7)"."""
    with clocks_of(zone):
        return moment_text(moment)


def clock_there(moment: datetime, zone: str) -> str:
    """ "05:50"."""
    with clocks_of(zone):
        return clock_text(moment)


def times_there(begins: datetime, begins_zone: str, ends: datetime, ends_zone: str) -> str:
    """ "10:30–15:45 WIB"; "10:30 JST → 15:45 WIB" between zones; with the day of an end on another day."""
    first, last = begins.astimezone(ZoneInfo(begins_zone)), ends.astimezone(ZoneInfo(ends_zone))
    start = clock_there(begins, begins_zone)
    with clocks_of(ends_zone):
        end = clock_text(ends) if first.date() == last.date() else f"{day_text(ends)}, {clock_text(ends)}"
    if begins_zone == ends_zone:
        return f"{start}–{end} {short_zone_text(last)}"
    return f"{start} {short_zone_text(first)} → {end} {short_zone_text(last)}"
