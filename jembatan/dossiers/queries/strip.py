"""The plan as a strip: where each step stands between the first day and the last, in per cent of the width."""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from jembatan.dossiers.queries.plan import Planned
from jembatan.platform.ui.moments import day_text, short_month_text

MOST_TICKS = 5
NARROWEST = 1.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A step with days has `x` and `width`; a step with a single day has a `width` of 0: a mark at `x`."""

    planned: Planned
    x: float | None
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Strip:
    """`ticks` are the beginnings of months (weeks on a short strip); `today` is None outside of it."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    today: float | None


def strip(plan: Sequence[Planned], today: date) -> Strip:
    """Whole months from the first day to the last."""
    days = [day for each in plan for day in (each.step.starts_on, each.step.ends_on) if day is not None]
    if not days:
        return Strip(tuple(Bar(each, None) for each in plan), (), None)
    first = min(days).replace(day=1)
    last = _end_of_month(max(days))
    length = (last - first).days + 1

    def place(day: date) -> float:
        return round((day - first).days * 100 / length, 2)

    return Strip(
        bars=tuple(_bar(each, place, 100 / length) for each in plan),
        ticks=tuple((place(day), text) for day, text in _ticks(first, last)),
        today=round(place(today) + 50 / length, 2) if first <= today <= last else None,
    )


def _bar(each: Planned, place: Callable[[date], float], one_day: float) -> Bar:
    begins, ends = each.step.starts_on, each.step.ends_on
    if begins and ends and begins < ends:
        width = place(ends) - place(begins) + one_day
        return Bar(each, place(begins), round(max(width, NARROWEST), 2))
    day = begins or ends
    return Bar(each, round(place(day) + one_day / 2, 2) if day else None)


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """So few that their words have room on a telephone; the year stands at the first, and where it is a new one."""
    months = [first]
    while (later := _end_of_month(months[-1]) + timedelta(days=1)) <= last:
        months.append(later)
    if len(months) == 1:
        days = [first, first + timedelta(days=14)]
        return [(day, day_text(day)) for day in days]
    shown = months[:: -(-len(months) // MOST_TICKS)]
    new_year = [earlier.year != later.year for earlier, later in pairwise(shown)]
    return [
        (month, short_month_text(month, with_year=with_year))
        for month, with_year in zip(shown, [True, *new_year], strict=True)
    ]


def _end_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
