"""A single occurrence of a series as an event of its own, so that something may be said about it alone."""

from datetime import UTC, date, datetime, timedelta

import recurring_ical_events
from icalendar import Calendar

from jembatan.meetings.formats.calendars import BROKEN
from jembatan.meetings.formats.itip.instance import Instance
from jembatan.meetings.formats.itip.line import Line, line
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.recurrence import written

OF_SERIES = ("RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID")


def occurrence_of(calendar: Scheduled, recurrence: Line, moment: date | None) -> Instance | None:
    """The event that tells of this occurrence: the one in the calendar, or a new one; None where the series has none.

    `moment` is what the RECURRENCE-ID of a message means; it may be said in another zone, or as a day alone.
    """
    if moment is None:
        return None
    if (known := calendar.by_recurrence.get(written(moment))) and known.recurrence:
        return known
    series = calendar.series
    start = series.moment("DTSTART") if series else None
    if series is None or start is None:
        return None
    found = _on(series, start, moment)
    if found is None:
        return None
    if known := calendar.by_recurrence.get(written(found)):
        return known
    return _excepted(series, start, found, recurrence)


def _on(series: Instance, start: date, moment: date) -> date | None:
    """When the series takes place at a moment, or on a day."""
    whole_day = not isinstance(moment, datetime)
    if not isinstance(start, datetime):
        moment = date(moment.year, moment.month, moment.day)
    elif isinstance(moment, datetime):
        moment = moment if start.tzinfo is None else moment.astimezone(start.tzinfo)
        moment = moment.replace(tzinfo=start.tzinfo)
    else:
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=start.tzinfo)
    alone = Calendar()
    alone.add_component(series.meaning)
    length = timedelta(days=1) if whole_day else timedelta(seconds=1)
    try:
        found = recurring_ical_events.of(alone).between(moment, moment + length)
    except (*BROKEN, OverflowError):
        return None
    starts = [each["DTSTART"].dt for each in found]
    return next((each for each in starts if (whole_day and moment <= each) or each == moment), None)


def _excepted(series: Instance, start: date, moment: date, recurrence: Line) -> Instance:
    event = series.copy()
    event.drop(*OF_SERIES)
    event.rest = ()
    event.recurrence = written(moment)
    end = series.moment("DTEND")
    first, last = series.first("DTSTART"), series.first("DTEND")
    assert first is not None
    own = _said_like(first, moment)
    event.replace(first, own)
    if last is not None and end is not None:
        length = _plain(end) - _plain(start)
        event.replace(last, _said_like(last, _in_zone_of(end, moment + length)))
    named = own.renamed("RECURRENCE-ID")
    following = recurrence.parameter("RANGE").upper() == "THISANDFUTURE"
    event.lines.append(named.changed(RANGE="THISANDFUTURE") if following else named)
    return event


def _said_like(model: Line, moment: date) -> Line:
    """The moment by the clock and in the form of another line."""
    if isinstance(moment, datetime) and not model.value.strip().upper().endswith("Z"):
        moment = moment.replace(tzinfo=None)
    return line(model.name, written(moment), dict(model.parameters))


def _in_zone_of(model: date, moment: date) -> date:
    if isinstance(model, datetime) and isinstance(moment, datetime) and model.tzinfo and moment.tzinfo:
        return moment.astimezone(model.tzinfo)
    return moment


def _plain(moment: date) -> datetime:
    """For the length between two moments of one file."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
