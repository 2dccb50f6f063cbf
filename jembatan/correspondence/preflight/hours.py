"""Times of day as letters write them: "15.00", "09:30-11:00", "3 pm", "jam 5", "at 7", "midnight"."""

import re
from dataclasses import dataclass

from jembatan.correspondence.preflight.finding import Span

ZONE_NAMES = "WIB|WITA|WIT|UTC|GMT|CET|CEST|EET|EEST|BST|JST|KST|SGT|MYT|PHT|ICT|HKT|AEST|AEDT|AWST|EST|EDT|CST|CDT|PST|PDT|MSK|TLT|IST|MMT"
ZONE = re.compile(
    rf"\b(?:{ZONE_NAMES})\b|\b(?:local|standard|mean|universal)(?: \w+)? time\b|\b[A-Z]\w+(?: [A-Z]\w+)? time\b|\btime in [A-Z]"
    r"|\bwaktu (?:setempat|Indonesia|[A-Z]\w+)|\bdalam waktu [A-Z]|\d\dZ\b|[+-]\d\d:?\d\d\b(?= |$|\))"
)
LEAD = r"(?P<lead>\b(?:at|by|from|until|till|between|around|about|before|after|to|and|pukul|pkl\.?|jam|mulai|sampai|hingga|sekitar|pada|sebelum|setelah|antara|dan|s\.d\.|s/d|waktu|time)[ \t:]+)?"
CLOCK = re.compile(
    rf"{LEAD}(?<![\w.,:/+-])(?P<hour>[01]?\d|2[0-4])(?P<dot>[.:])(?P<minute>[0-5]\d)(?![\d/%]|[.,:]\d|[A-Za-z]+\d|-\d+(?![\d.:]))"
    r"(?P<to>\s*(?:-|–|—|s\.d\.|s/d|to|until|sampai(?: dengan)?|hingga)\s*(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d))?"
    r"(?P<half>\s*(?:a\.m\.|p\.m\.|am\b|pm\b))?",
    re.IGNORECASE,
)
MILITARY = re.compile(r"(?<![\w.,:/-])(?:[01]\d|2[0-3])[0-5]\d ?(?:hrs?|hours)\b", re.IGNORECASE)
HALF = re.compile(r"(?<![\w.,:/-])(?:1[0-2]|[1-9])\s*(?:a\.m\.|p\.m\.|[ap]m\b)", re.IGNORECASE)
PART = r"(?:pagi|siang|sore|petang|subuh|malam|dini|in the (?:morning|afternoon|evening)|a\.?m|p\.?m)\b"
BARE = re.compile(
    r"\b(?P<lead>pukul|pkl\.?|jam|at)\s+(?P<hour>1[0-2]|[1-9])(?P<to>\s*[-–]\s*(?:1[0-2]|[1-9])(?![\d.:]))?(?!\d|[.:]\d|[/%]|\s*[-–]\s*\d|\s*(?:orang|kali|hari|hour))"
    r"(?P<clock>\s+o['’]clock)?",
    re.IGNORECASE,
)
AFTER_BARE = re.compile(
    rf"\s*(?:$|[.,;:)!?\n]|(?:{ZONE_NAMES})\b|(?:local|sharp|on|today|tomorrow|tonight)\b|tepat\b|waktu\b|[A-Z]\w+ time\b|di\b|untuk\b|"
    r"dan\b|for\b|in (?:[A-Z]|the\b|our\b)|by the\b)"
)
ENDS_OF_DAY = re.compile(
    r"\b(?:(?:12|twelve)\s+)?midnight\b|\b(?:jam|pukul|pkl\.?)\s*12\s+malam\b|\btengah malam\b|\b12(?:[.:]00)?\s*(?:a\.m\.|p\.m\.|[ap]m\b)",
    re.IGNORECASE,
)
UNIT = re.compile(
    r"\s*(?:%|persen|percent|m\b|km|meter|metre|ton|kg|knot|mil\b|mile|nm\b|juta|million|rupiah|usd|eur|degrees|derajat|hours?\b|detik|seconds?)",
    re.IGNORECASE,
)
IN_FIGURES_ONLY = (
    "pada",
    "to",
    "and",
    "dan",
    "about",
    "sekitar",
    "sampai",
    "hingga",
    "by",
    "before",
    "after",
    "setelah",
    "sebelum",
    "between",
    "antara",
    "mulai",
    "from",
    "until",
    "till",
)


@dataclass(frozen=True, slots=True)
class WrittenHour:
    """Where a time stands, and whether it can be read in two ways."""

    span: Span
    is_doubtful: bool


def written_hours(text: str) -> list[WrittenHour]:
    """All times of day, in the order of the text; "7.10" alone is a number, "pukul 7.10" is a time."""
    found = [WrittenHour(match.span(), True) for match in ENDS_OF_DAY.finditer(text)]
    found += [WrittenHour(match.span(), True) for match in BARE.finditer(text) if _is_bare_hour(text, match)]
    found += [
        WrittenHour((match.start("hour"), match.end()), False)
        for match in CLOCK.finditer(text)
        if _is_time(text, match)
    ]
    found += [
        WrittenHour(match.span(), False) for pattern in (HALF, MILITARY) for match in pattern.finditer(text)
    ]
    return _apart(found)


def has_zone(text: str) -> bool:
    """Whether a time zone is named."""
    return bool(ZONE.search(text))


def _is_bare_hour(text: str, match: re.Match[str]) -> bool:
    if re.match(rf"\s*{PART}", text[match.end() :], re.IGNORECASE):
        return False
    if match["lead"].lower() != "at" or match["clock"]:
        return not UNIT.match(text, match.end())
    return not match["to"] and bool(AFTER_BARE.match(text, match.end()))


def _is_time(text: str, match: re.Match[str]) -> bool:
    if UNIT.match(text, match.end()):
        return False
    if match["dot"] == ":" or match["half"] or match["to"]:
        return True
    if len(match["minute"]) != 2 or (match["lead"] is None and not _stands_as_time(text, match)):
        return False
    return (
        match["lead"] is None
        or len(match["hour"]) == 2
        or match["lead"].strip(" :.").lower() not in IN_FIGURES_ONLY
    )


def _stands_as_time(text: str, match: re.Match[str]) -> bool:
    """A dotted time without "at": behind a year, before a zone, or first in its line before words of a programme."""
    before = text[max(0, match.start() - 8) : match.start()]
    after = text[match.end() : match.end() + 12]
    return bool(
        re.search(r"\b\d{4},?\s+$", before)
        or re.match(rf"\s*(?:{ZONE_NAMES})\b", after)
        or (
            re.search(r"(?:^|\n)[ \t]*$", before)
            and re.match(r"[ \t]{1,}\S", after)
            and len(match["hour"]) == 2
        )
    )


def _apart(found: list[WrittenHour]) -> list[WrittenHour]:
    """Without those that lie within one before; doubt counts first."""
    kept: list[WrittenHour] = []
    for hour in sorted(found, key=lambda each: (each.span[0], not each.is_doubtful, -each.span[1])):
        if kept and hour.span[0] < kept[-1].span[1]:
            continue
        kept.append(hour)
    return kept
