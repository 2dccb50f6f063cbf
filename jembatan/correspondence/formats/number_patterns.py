"""Patterns of letter numbers: "{number:03}/KEMLU/LO/{month_roman}/{year}" makes "007/KEMLU/LO/XI/2026"."""

import re
from datetime import date

from django.utils.translation import gettext as _

LONGEST = 60
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
PLACE = re.compile(r"\{(?P<name>[^{}:]*)(?::(?P<width>[^{}]*))?\}")
NAMES = {"number", "year", "month", "month_roman"}
WIDTH = re.compile(r"0?[1-9]")


class NotAPattern(ValueError):
    """A sentence that says what is wrong with it."""


def check_pattern(pattern: str) -> str:
    """The pattern without blanks around it. Raises `NotAPattern`."""
    pattern = pattern.strip()
    if len(pattern) > LONGEST:
        raise NotAPattern(_("A pattern has at most %(most)s characters.") % {"most": LONGEST})
    if not pattern.isprintable():
        raise NotAPattern(_("A pattern is one line of letters, digits and signs."))
    for place in PLACE.finditer(pattern):
        _check_place(place)
    if stray := re.search("[{}]", PLACE.sub("", pattern)):
        raise NotAPattern(_("The brace “%(brace)s” stands alone.") % {"brace": stray[0]})
    if "number" not in _names(pattern):
        raise NotAPattern(_("Say where the number goes: {number}, or {number:03} for three digits."))
    return pattern


def counts_by_year(pattern: str) -> bool:
    """Whether numbers begin anew each year: only where the year stands in them are they still told apart."""
    return "year" in _names(pattern)


def number_text(pattern: str, number: int, day: date) -> str:
    """The number as letters bear it, on that day."""
    values = {
        "number": str(number),
        "year": str(day.year),
        "month": str(day.month),
        "month_roman": ROMAN[day.month - 1],
    }

    def written(place: re.Match[str]) -> str:
        return values[place["name"]].rjust(int(place["width"] or 0), "0")

    return PLACE.sub(written, pattern)


def _check_place(place: re.Match[str]) -> None:
    if place["name"] not in NAMES:
        raise NotAPattern(
            _("“%(place)s” is unknown. There are {number}, {year}, {month} and {month_roman}.")
            % {"place": place[0]}
        )
    if place["width"] is not None and not (
        place["name"] != "month_roman" and WIDTH.fullmatch(place["width"])
    ):
        raise NotAPattern(
            _("“%(place)s” does not say how many digits: write {number:03} for three.") % {"place": place[0]}
        )


def _names(pattern: str) -> set[str]:
    return {place["name"] for place in PLACE.finditer(pattern)}
