"""How a meeting repeats: kept as RFC 5545 lines, expanded by recurring-ical-events.

RDATE, EXDATE and RECURRENCE-ID are written in UTC for zoned meetings and as their own digits else, so that they mean the same
without the file's zones.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from jembatan.meetings.formats.calendars import Item
from jembatan.meetings.formats.defect import Defect, Fault


def recurrence_lines(component: Any, *, whole_days: bool, item: Item, defects: list[Defect]) -> Iterator[str]:
    """The lines of RRULE, RDATE and EXDATE; what could not be read is a defect and left out.

    Of an all-day meeting, moments are taken as the days they fall on (Outlook writes midnights).
    """
    for rule in _values(component, "RRULE"):
        to_ical = getattr(rule, "to_ical", None)
        if not rule:
            continue
        if not isinstance(rule, dict) or to_ical is None or "FREQ" not in rule:
            defects.append(Defect(item.line, Fault.RULE))
            continue
        yield f"RRULE:{to_ical().decode()}"
    for name in ("RDATE", "EXDATE"):
        for moments in _values(component, name):
            for value in getattr(moments, "dts", [moments]):
                if line := _line(name, getattr(value, "dt", None), whole_days=whole_days):
                    yield line
                else:
                    defects.append(Defect(item.line, Fault.DATE, name))


def written_recurrence_id(value: Any, *, whole_days: bool) -> str:
    """Which occurrence of its series this is: 20260305T070000Z, 20260305T140000 (floating) or 20260305; "" for none.

    Of an all-day change, midnight means the day; any other time says that the series has times.
    """
    moment = getattr(value, "dt", None)
    if not isinstance(moment, date):
        return ""
    midnight = isinstance(moment, datetime) and moment.time() == time.min
    return written(_day(moment) if whole_days and midnight else moment)


def written(moment: date) -> str:
    """RFC 5545's form of a day, a wall-clock time, or an instant in UTC."""
    if not isinstance(moment, datetime):
        return f"{moment.year:04}{moment:%m%d}"
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return f"{moment.year:04}{moment:%m%dT%H%M%S}" + ("Z" if moment.tzinfo else "")


def _line(name: str, moment: Any, *, whole_days: bool) -> str:
    if isinstance(moment, tuple) and len(moment) == 2:
        start, end = moment
        until = start + end if isinstance(end, timedelta) else end
        return f"{name};VALUE=PERIOD:{written(start)}/{written(until)}"
    if isinstance(moment, datetime) and not whole_days:
        return f"{name}:{written(moment)}"
    return f"{name};VALUE=DATE:{written(_day(moment))}" if isinstance(moment, date) else ""


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)


def _values(component: Any, name: str) -> list[Any]:
    value = component.get(name)
    return [] if value is None else list(value) if isinstance(value, list) else [value]
