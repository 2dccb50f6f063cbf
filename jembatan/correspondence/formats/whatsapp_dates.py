"""Dates of a WhatsApp chat: digits in the order of the phone's region, which the file does not name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

type Digits = tuple[int, int, int]

PLACES = {"DD/MM/YYYY": (2, 1, 0), "MM/DD/YYYY": (2, 0, 1), "YYYY/MM/DD": (0, 1, 2), "YYYY/DD/MM": (0, 2, 1)}
FIRST_YEAR = 2009  # WhatsApp's own


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How the digits are read ("DD/MM/YYYY"). `others` are the orders that fit as well: then nobody but the reader can tell."""

    name: str
    others: tuple[str, ...] = ()

    def read(self, digits: Digits) -> date | None:
        """The day, or None where these digits are none in this order."""
        return _read(digits, PLACES[self.name])


def order_of(dates: Sequence[Digits]) -> DateOrder:
    """The order that makes the most of all dates of a file, in the order of its lines.

    It must read them all, and a chat runs forward; then it is as short as can be: of 01/02, 02/02 and 03/02 three days
    in a row are likelier than one day of three months. What fits equally well is told in `others`; day before month is then
    taken, as most of the world writes.
    """
    distinct = list(dict.fromkeys(dates))
    ranked = sorted((_misfit(distinct, PLACES[name]), rank, name) for rank, name in enumerate(PLACES))
    best = ranked[0]
    return DateOrder(best[2], tuple(name for misfit, _rank, name in ranked[1:] if misfit == best[0]))


def _misfit(dates: list[Digits], places: tuple[int, int, int]) -> tuple[int, timedelta]:
    read = [_read(digits, places) for digits in dates]
    days = [day for day in read if day]
    steps_back = sum(later < earlier for earlier, later in pairwise(days))
    span = max(days) - min(days) if days else timedelta()
    return read.count(None) + steps_back, span


def _read(digits: Digits, places: tuple[int, int, int]) -> date | None:
    year, month, day = (digits[place] for place in places)
    if year < 100:
        year += 2000
    if year < FIRST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
