"""When a meeting is, in words of the current language and zone."""

from datetime import date, datetime, timedelta, tzinfo

from babel.dates import format_date
from django.utils import timezone, translation

from jembatan.meetings.models import Meeting
from jembatan.platform.ui.moments import CLOCK, clock_text, zone_text

ONE_DAY = timedelta(days=1)


def when_text(meeting: Meeting, starts_at: datetime, ends_at: datetime) -> str:
    """The whole of it: "Wed, 25 Nov 2026, 14:30–15:30 WIB (UTC+7)", "25–27 Nov 2026", "November 2026"."""
    starts, ends = timezone.localtime(starts_at), timezone.localtime(ends_at)
    if meeting.precision == Meeting.Precision.YEAR:
        return _span(str(starts.year), str((ends - ONE_DAY).year))
    if meeting.precision == Meeting.Precision.MONTH:
        return _span(_written(starts, "MMMM y"), _written(ends - ONE_DAY, "MMMM y"))
    if meeting.all_day:
        return days_text(starts.date(), (ends - ONE_DAY).date())
    return moments_text(starts, ends)


def moments_text(starts_at: datetime, ends_at: datetime) -> str:
    """ "Wed, 25 Nov 2026, 14:30–15:30 WIB (UTC+7)", with both days where they are two."""
    starts, ends = timezone.localtime(starts_at), timezone.localtime(ends_at)
    zone = zone_text(starts)
    if starts.date() == ends.date():
        return f"{_written(starts, 'EEE, d MMM y')}, {hours_text(starts, ends)} {zone}"
    first, last = (f"{_written(each, 'EEE, d MMM y')}, {clock_text(each)}" for each in (starts, ends))
    return f"{first} – {last} {zone}"


def hours_text(starts: datetime, ends: datetime) -> str:
    """ "14:30–15:30", or "14:30" alone for a moment."""
    return _span(clock_text(starts), clock_text(ends))


def days_text(first: date, last: date) -> str:
    """ "Wed, 25 Nov 2026", or "25 Nov – 2 Dec 2026"."""
    if first >= last:
        return _written(first, "EEE, d MMM y")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_written(last, 'd MMM y')}"
    beginning = _written(first, "d MMM" if first.year == last.year else "d MMM y")
    return f"{beginning} – {_written(last, 'd MMM y')}"


def elsewhere_text(starts_at: datetime, ends_at: datetime, zone: tzinfo) -> str:
    """The same time for someone in another zone; the day is said when it is another one there."""
    starts, ends = starts_at.astimezone(zone), ends_at.astimezone(zone)
    clock = CLOCK.get((translation.get_language() or "id")[:2], "%H:%M")
    hours = _span(starts.strftime(clock), ends.strftime(clock))
    other_day = starts.date() != timezone.localtime(starts_at).date()
    day = f"{_written(starts, 'EEE, d MMM')}, " if other_day else ""
    return f"{day}{hours} {zone_text(starts)}"


def month_text(day: date) -> str:
    """ "November 2026"."""
    return _written(day, "MMMM y")


def weekday_text(day: date) -> str:
    """ "Wed"."""
    return _written(day, "EEE")


def heading_text(day: date) -> str:
    """ "Wednesday, 25 November 2026"."""
    return _written(day, "EEEE, d MMMM y")


def _written(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale=(translation.get_language() or "id")[:2])


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
