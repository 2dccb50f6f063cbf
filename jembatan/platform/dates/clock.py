"""Times of day as people write them: "15.00", "15:00 WIB", "jam 3 sore", "pukul 09.30", "3pm", "noon"."""

import re
from dataclasses import dataclass

from jembatan.platform.dates.words import ZONES, any_of

TIME = re.compile(
    rf"""
    (?P<lead>(?:jam|pukul|pkl\.?|at|@)\s*)?
    (?P<hour>[01]?\d|2[0-4])(?:(?P<dot>[.:])(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?(?![\d/])(?!\.\d)
    (?:\s*(?P<half>am|pm|a\.m\.|p\.m\.)(?![a-z]))?
    (?:\s+(?P<part>pagi|siang|sore|petang|malam|in\s+the\s+(?:morning|afternoon|evening)))?
    (?:\s*(?P<zone>{any_of(ZONES)})\b)?
    """,
    re.VERBOSE,
)
NAMED = re.compile(r"(?:at\s+)?(?P<name>noon|midday|midnight|tengah\s+hari|tengah\s+malam)\b")
EVENING = {"sore", "petang", "malam", "in the afternoon", "in the evening"}


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes after midnight (1440: the midnight that ends the day), the zone's hours east of UTC, and certainty.

    `sure` says that it reads as a time even without a day beside it; "15.00" might be a price.
    """

    minutes: int
    zone: int | None
    sure: bool


def read_clock(text: str, position: int) -> tuple[Clock, int] | None:
    """The time written at this position of the lower-case text, and where it ends."""
    if named := NAMED.match(text, position):
        noon = named["name"] in {"noon", "midday"} or named["name"].endswith("hari")
        return Clock(12 * 60 if noon else 24 * 60, None, sure=True), named.end()
    match = TIME.match(text, position)
    if match is None or not (match["lead"] or match["minute"] or match["half"] or match["part"]):
        return None
    minutes = int(match["hour"]) * 60 + int(match["minute"] or 0)
    moved = _moved(minutes, (match["half"] or "")[:1], " ".join((match["part"] or "").split()))
    if moved is None:
        return None
    zone = ZONES[match["zone"]] if match["zone"] else None
    sure = bool(match["lead"] or match["half"] or match["part"] or zone is not None or match["dot"] == ":")
    return Clock(moved, zone, sure), match.end()


def _moved(minutes: int, half: str, part: str) -> int | None:
    """Twelve-hour times onto the day; None for 15 pm and for times past 24.00."""
    if half and not 60 <= minutes < 13 * 60:
        return None
    if half:
        return minutes % 720 + (720 if half == "p" else 0)
    if part == "malam" and minutes // 60 == 12:
        return minutes + 720 if minutes == 720 else minutes - 720
    if part == "siang" and 60 <= minutes < 6 * 60:
        return minutes + 720
    if part in EVENING and 60 <= minutes < 12 * 60:
        return minutes + 720
    return minutes if minutes <= 24 * 60 else None
