"""A date in figures that is another day for a reader who puts the month first."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.spelling import spelled_day

WITH_YEAR = re.compile(
    r"(?<![\w/.,-])(?P<first>0?[1-9]|1[0-2])(?P<mark>[/.-])(?P<second>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<year>20\d\d|(?<=/)\d\d|(?<=\d\d[.-]\d\d[.-])\d\d)(?![\w/-]|\.\d)"
)
WITHOUT_YEAR = re.compile(
    r"(?:\b(?:on|by|before|after|since|until|till|from|of|due|dated?|tgl\.?|tanggal|pada|sebelum|sampai|hingga|sejak|mulai|per|hari)[ :]+|\((?=0\d/|\d\d/\d\d\)))"
    r"(?P<first>0?[1-9]|1[0-2])(?P<mark>/)(?P<second>0?[1-9]|1[0-2])(?![\w/]|-\d|\.\d)",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:\b(?:no|nomor|number|nr|versi|version|ver|v)\b\.?|#)\s*$", re.IGNORECASE)


def look(reading: Reading) -> Iterator[Remark]:
    """Days and months up to twelve that differ, in figures; ISO 8601 has one reading."""
    for place, text in reading.passages:
        matches = [*WITH_YEAR.finditer(text), *WITHOUT_YEAR.finditer(text)]
        for match in matches:
            if int(match["first"]) != int(match["second"]) and not NUMBERED.search(
                text[: match.start("first")]
            ):
                yield _remark(reading, place, match)


def _remark(reading: Reading, place: Place, match: re.Match[str]) -> Remark:
    span = match.start("first"), match.end()
    words = match.string[slice(*span)]
    written = match.groupdict().get("year") or ""
    year = int(written) % 100 + 2000 if written else (reading.today.year if reading.today else 0)
    first, second = int(match["first"]), int(match["second"])
    language = reading.letter.language
    readings = [
        spelled_day(date(year or 2000, month, day), language=language, with_year=bool(year and written))
        for day, month in ((first, second), (second, first))
    ]
    return Remark(
        message=_("“%(words)s” can be read as %(one)s or as %(other)s. Write the month as a word.")
        % {"words": words, "one": readings[0], "other": readings[1]},
        words=words,
        place=place,
        span=span if place == Place.TEXT else None,
        suggestion=readings[0],
    )


RULE = Rule("ambiguous-date", gettext_lazy("A date that can be read in two ways"), Severity.WARNING, look)
