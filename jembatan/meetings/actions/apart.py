"""One date of a series as a meeting of its own, so that it alone can be moved, called off, invited to and answered."""

from datetime import UTC, date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.book import hand_on
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.formats.moment import Moment
from jembatan.meetings.formats.series import CannotExpand, moments_between
from jembatan.meetings.formats.timed import read_written
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.occurrences import part_of, visible_meetings
from jembatan.meetings.queries.series import changed_dates
from jembatan.platform.access import require_writer

AROUND = timedelta(days=2)


class NoSuchDate(ValidationError):
    """The series does not take place then."""

    def __init__(self) -> None:
        super().__init__(_("The series does not take place at that date."))


@transaction.atomic
def set_apart(actor: Actor, meeting: Meeting, recurrence_id: str) -> Meeting:
    """The date of that name, as it stands in the series until somebody changes it; the same again is the same meeting.

    Raises `NoSuchDate`.
    """
    require_writer(actor)
    rows = visible_meetings(actor).select_for_update(of=("self",)).select_related("desk")
    date_alone = date_of(rows.get(pk=meeting.pk), recurrence_id)
    if not rows.filter(pk=date_alone.pk).exists():
        raise NoSuchDate
    return date_alone


def date_of(series: Meeting, recurrence_id: str) -> Meeting:
    """The same of a series that this transaction has locked, whoever asks for it (a guest who answers)."""
    if not series.is_series:
        raise NoSuchDate
    known = changed_dates(series).filter(recurrence_id=recurrence_id).select_related("desk").first()
    if known is not None:
        return known
    moment = _moment(series, recurrence_id)
    guests = list(series.attendances.order_by("pk"))
    apart = Meeting.objects.select_related("desk").get(pk=series.pk)
    apart.pk, apart._state.adding = None, True
    apart.recurrence_id, apart.rule, apart.expanded_until = moment.recurrence_id, "", None
    apart.starts_at, apart.ends_at = moment.starts_at, moment.ends_at
    apart.version, apart.seen, apart.import_batch = 1, [], None
    apart.save()
    for guest in guests:
        guest.pk, guest.meeting = None, apart
    Attendance.objects.bulk_create(guests)
    schedule([apart])
    hand_on(series, apart)
    return apart


def _moment(series: Meeting, recurrence_id: str) -> Moment:
    try:
        named = read_written(recurrence_id)
        around = _as_stored(named)
        others = changed_dates(series)
        parts = [part_of(each) for each in (series, *others)]
        found = moments_between(parts, around - AROUND, around + AROUND)
    except (ValueError, OverflowError, CannotExpand) as unknown:
        raise NoSuchDate from unknown
    moment = next((each for each in found if each.recurrence_id == recurrence_id), None)
    if moment is None or moment.key != series.pk:
        raise NoSuchDate
    return moment


def _as_stored(moment: date) -> datetime:
    """A wall clock's time and a day as UTC of the same digits."""
    if isinstance(moment, datetime):
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
