"""A month as six weeks or fewer, with what is on each day."""

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jembatan.meetings.web.calendar.entries import Entry

SHOWN = 3


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


def month_of(entries: Sequence[Entry], month: date, *, today: date) -> list[list[Cell]]:
    """The weeks of the month; whole days come first in a cell, then by time."""
    ordered = sorted(entries, key=lambda entry: (not entry.whole_days, entry.starts))
    return [[_cell(day, ordered, month, today) for day in week] for week in weeks_of(month)]


def _cell(day: date, entries: Sequence[Entry], month: date, today: date) -> Cell:
    here = [entry for entry in entries if entry.first <= day <= entry.last]
    shown = here if len(here) <= SHOWN + 1 else here[:SHOWN]
    return Cell(day, shown, len(here) - len(shown), day.month == month.month, day == today)
