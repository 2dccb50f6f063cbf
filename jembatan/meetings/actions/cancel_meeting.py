"""Calling a meeting off, and taking that back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.book import book
from jembatan.meetings.actions.invitations.tell import as_told, tell_change
from jembatan.meetings.actions.lines import CHANGED, line, parties_of
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.history import before_cancellation, called_off_with
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.meetings.queries.series import changed_dates
from jembatan.platform.access import require_writer


def cancel_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    """It stays in the calendar, struck through, and is never held. Cancelling twice changes nothing."""
    return _set_status(actor, meeting, Meeting.Status.CANCELLED)


def restore_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    """It takes place after all, as firmly as before it was called off."""
    return _set_status(actor, meeting, before_cancellation(meeting))


@transaction.atomic
def _set_status(actor: Actor, meeting: Meeting, status: Meeting.Status) -> Meeting:
    require_writer(actor)
    current = visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)
    if (current.status == Meeting.Status.CANCELLED) == (status == Meeting.Status.CANCELLED):
        return current
    before = as_told(actor, current)
    following = _dates_follow(current, status)
    current.status = status
    current.version += 1
    current.edited = sorted({*current.edited, "status"})
    current.save(update_fields=["status", "version", "edited"])
    # What was given up may have been taken since: a room is not taken back, a member is, and it is told.
    for each in (current, *following):
        book(actor, each, allowed=True)
    called_off = current.is_cancelled
    text = _("Called off: %(title)s") if called_off else _("Takes place after all: %(title)s")
    summary = text % {"title": current}
    record(
        actor,
        line(current, timezone.now(), kind=CHANGED, parties=parties_of(current), summary=summary, exact=True),
    )
    tell_change(actor, current, before)
    return current


def _dates_follow(series: Meeting, status: Meeting.Status) -> list[Meeting]:
    """The changed dates of a series are called off with it; those that were go on with it."""
    if not series.is_series:
        return []
    dates = changed_dates(series).select_for_update()
    if status == Meeting.Status.CANCELLED:
        following: list[tuple[Meeting, str]] = [(each, status) for each in dates if not each.is_cancelled]
    else:
        with_it = called_off_with(series)
        following = [(each, before_cancellation(each)) for each in dates if each.pk in with_it]
    for each, its_status in following:
        each.status = its_status
        each.version += 1
        each.edited = sorted({*each.edited, "status"})
        each.save(update_fields=["status", "version", "edited"])
    return [each for each, _its_status in following]
