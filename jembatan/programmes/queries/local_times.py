"""Moments in the words of the reader, on the clocks of the place where they are meant."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from jembatan.platform.ui.moments import clock_text, moment_text


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
