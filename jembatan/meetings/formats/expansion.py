"""`jembatan calendar expand`: every occurrence of a file's events in a period, as recurring-ical-events finds them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from jembatan.meetings.formats.calendars import BROKEN, CalendarFile
from jembatan.meetings.formats.counted import FileOccurrence, counted_occurrences
from jembatan.meetings.formats.defect import Defect, Fault

EPOCH = date(1970, 1, 1).toordinal()


def expand(file: CalendarFile, start: date, end: date) -> list[FileOccurrence]:
    """Occurrences that touch the period from `start` until before `end`, in time order.

    A series that cannot be expanded adds a defect to the file and costs no other.
    """
    # Of a day, the library forgets what began on the evening before and goes on after midnight.
    first, last = _moment(start), _moment(end)
    found = [
        occurrence
        for calendar in file.calendars
        for alone in _series(calendar)
        for occurrence in _expand(alone, first, last, file)
    ]
    return sorted(found, key=lambda each: (_comparable(each.start), each.uid, each.summary))


def _series(calendar: Calendar) -> Iterator[Calendar]:
    """One calendar for each UID (and each event without one), so that a bad series fails alone.

    What has no beginning occurs never.
    """
    by_uid: dict[str, Calendar] = {}
    for index, event in enumerate(calendar.walk("VEVENT")):
        if "DTSTART" not in event:
            continue
        key = str(event.get("UID", "")) or f"\x00{index}"
        if key not in by_uid:
            by_uid[key] = Calendar()
        by_uid[key].add_component(event)
    yield from by_uid.values()


def _expand(
    calendar: Calendar, start: datetime, end: datetime, file: CalendarFile
) -> Iterator[FileOccurrence]:
    counted = counted_occurrences(calendar, start, end)
    if counted is not None:
        yield from counted
        return
    try:
        components = recurring_ical_events.of(calendar).between(start, end)
        yield from map(_occurrence, components)
    except BROKEN as error:
        uid = calendar.walk("VEVENT")[0].get("UID", "")
        detail = " ".join(str(error).split()) or type(error).__name__
        file.defects.append(Defect(0, Fault.NO_OCCURRENCES, str(uid), detail))


def _occurrence(component: Any) -> FileOccurrence:
    recurrence_id = component.get("RECURRENCE-ID")
    return FileOccurrence(
        uid=str(component.get("UID", "")),
        recurrence_id=getattr(recurrence_id, "dt", None),
        start=component["DTSTART"].dt,
        end=component["DTEND"].dt,
        summary=str(component.get("SUMMARY", "")),
    )


def _moment(bound: date) -> datetime:
    return bound if isinstance(bound, datetime) else datetime.combine(bound, time.min)


def _comparable(moment: date) -> float:
    """Seconds, as many comparisons of moments in different zones take long; days and wall clocks as if in UTC."""
    if not isinstance(moment, datetime):
        return float(moment.toordinal() - EPOCH) * 86_400
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
