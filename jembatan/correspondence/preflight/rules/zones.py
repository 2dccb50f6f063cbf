"""A time of day that does not say in which time zone it is."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Remark, Severity
from jembatan.correspondence.preflight.hours import has_zone
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule

ALL_TIMES = re.compile(
    r"\b(?:all|the) (?:\w+ )?(?:times|hours)\b|\ball in (?:UTC|GMT|WIB|[A-Z])|\btimes (?:are|given)\b|\b(?:semua|seluruh|segala) (?:waktu|jam)\b|"
    r"\b(?:waktu|jam) (?:yang )?(?:tertulis|tercantum|dinyatakan)\b",
    re.IGNORECASE,
)
ABBREVIATIONS = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
PARAGRAPH = re.compile(r"\n[ \t]*\n")


def look(reading: Reading) -> Iterator[Remark]:
    """Where everyone is known to live by our clock, times need no zone; else the paragraph or the letter has to name it."""
    if not reading.outsiders or _all_share_our_clock(reading) or _zone_for_all(reading.own):
        return
    for hour in reading.hours:
        if hour.is_doubtful or has_zone(_around(reading.own, *hour.span)):
            continue
        words = reading.own[slice(*hour.span)]
        zone = ABBREVIATIONS.get(reading.knowledge.our_time_zone, "")
        yield Remark(
            message=_("“%(words)s” does not say in which time zone.") % {"words": words},
            words=words,
            span=hour.span,
            suggestion=f"{words} {zone}" if zone else "",
        )


def _all_share_our_clock(reading: Reading) -> bool:
    ours = reading.knowledge.our_time_zone
    known = [reading.known(who) for who in reading.outsiders]
    return bool(ours) and all(
        each is not None and each.time_zone and _same_clock(each.time_zone, ours, reading) for each in known
    )


def _same_clock(zone: str, other: str, reading: Reading) -> bool:
    if zone == other or reading.letter.sent_at is None:
        return zone == other
    try:
        here, there = (
            reading.letter.sent_at.astimezone(ZoneInfo(name)).utcoffset() for name in (zone, other)
        )
    except (KeyError, ValueError):
        return False
    return here == there


def _zone_for_all(text: str) -> bool:
    return any(has_zone(text[match.start() : match.end() + 80]) for match in ALL_TIMES.finditer(text))


def _around(text: str, start: int, end: int) -> str:
    """The paragraph, with the one before it where that ends in a colon."""
    breaks = [match.span() for match in PARAGRAPH.finditer(text)]
    begin = max((after for before, after in breaks if after <= start), default=0)
    finish = min((before for before, after in breaks if before >= end), default=len(text))
    if text[:begin].rstrip().endswith(":"):
        begin = max((after for before, after in breaks if after < begin), default=0)
    return text[begin:finish]


RULE = Rule("time-without-zone", gettext_lazy("A time without its time zone"), Severity.WARNING, look)
