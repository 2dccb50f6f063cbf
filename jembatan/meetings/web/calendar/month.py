"""A month as six weeks or fewer, with what is on each day."""

from calendar import Calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from jembatan.meetings.web.calendar.entries import Entry

SHOWN = 3
# One more is shown rather than counted: "1 more" would take the same line.
MOST = SHOWN + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A day: the first few entries, how many more there are, and whether it belongs to the month."""

    day: date
    entries: list[Entry]
    more: int
    inside: bool
    is_today: bool


def weeks_of(month: date) -> list[list[date]]:
    """The weeks, Monday first, that the month touches."""
    return Calendar().monthdatescalendar(month.year, month.month)


def month_of(
    entries: Sequence[Entry], counts: Callable[[date], int], month: date, *, today: date
) -> list[list[Cell]]:
    """The weeks of the month from the first entries of each day (`MOST` are enough) and the number of all of a day's."""
    ordered = sorted(entries, key=lambda entry: (not entry.whole_days, entry.starts))
    return [
        [_cell(day, ordered, counts(day), inside=day.month == month.month, today=today) for day in week]
        for week in weeks_of(month)
    ]


def _cell(day: date, entries: Sequence[Entry], count: int, *, inside: bool, today: date) -> Cell:
    here = [entry for entry in entries if entry.first <= day <= entry.last]
    shown = here[:count] if count <= MOST else here[:SHOWN]
    return Cell(day, shown, count - len(shown), inside, day == today)
