"""Keeping `Occurrence` in step with meetings and their rules."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from jembatan.accounts.models import Desk
from jembatan.meetings.formats.moment import Moment
from jembatan.meetings.formats.series import (
    CannotExpand,
    moments,
    plain_moments,
    runs_past,
)
from jembatan.meetings.models import Meeting, Occurrence
from jembatan.meetings.queries.occurrences import part_of
from jembatan.platform.imports.copy_rows import copy_rows

HORIZON = timedelta(days=3 * 366)


def schedule(meetings: Collection[Meeting], *, now: datetime | None = None) -> dict[str, str]:
    """Write anew when these meetings of one desk take place, with the whole series that any of them belongs to.

    Inside the caller's transaction. A series is told until three years from now. Returns, by UID, why a rule could not
    be followed; such a meeting takes place once.
    """
    if not meetings:
        return {}
    desk = next(iter(meetings)).desk
    serial = {meeting.uid for meeting in meetings if meeting.rule or meeting.recurrence_id}
    serial |= _uids_of_series(desk, {meeting.uid for meeting in meetings} - serial)
    single = [meeting for meeting in meetings if meeting.uid not in serial]
    Occurrence.objects.filter(meeting__in=[meeting.pk for meeting in single]).delete()
    _write(desk, ((meeting.pk, _only(meeting)) for meeting in single))
    Meeting.objects.filter(
        pk__in=[meeting.pk for meeting in single if meeting.expanded_until is not None]
    ).update(expanded_until=None)
    return _schedule_series(desk, serial, now or timezone.now())


def _uids_of_series(desk: Desk, uids: Collection[str]) -> set[str]:
    """Those that have a rule or a change of an occurrence at the desk, whichever part is at hand."""
    if not uids:
        return set()
    parts = Meeting.objects.filter(~Q(rule="") | ~Q(recurrence_id=""), desk=desk, uid__in=uids)
    return set(parts.values_list("uid", flat=True))


def _schedule_series(desk: Desk, uids: Collection[str], now: datetime) -> dict[str, str]:
    if not uids:
        return {}
    series: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in Meeting.objects.filter(desk=desk, uid__in=uids).order_by("id"):
        series[meeting.uid].append(meeting)
    Occurrence.objects.filter(meeting__desk=desk, meeting__uid__in=uids).delete()
    problems: dict[str, str] = {}
    found: list[tuple[int, Moment]] = []
    running: list[int] = []
    horizon = now + HORIZON
    for uid, meetings in series.items():
        parts = [part_of(meeting) for meeting in meetings]
        try:
            found += [(moment.key, moment) for moment in moments(parts, until=horizon)]
            running += [part.key for part in parts if part.rule and runs_past(parts, horizon)]
        except CannotExpand as error:
            problems[uid] = str(error)
            found += [(moment.key, moment) for moment in plain_moments(parts)]
    _write(desk, found)
    Meeting.objects.filter(desk=desk, uid__in=uids).update(expanded_until=None)
    Meeting.objects.filter(pk__in=running).update(expanded_until=horizon)
    return problems


def _only(meeting: Meeting) -> Moment:
    return Moment(meeting.pk, "", meeting.starts_at, meeting.ends_at)


def _write(desk: Desk, found: Iterable[tuple[int, Moment]]) -> None:
    copy_rows(
        [
            Occurrence(
                desk=desk,
                meeting_id=meeting_id,
                recurrence_id=moment.recurrence_id,
                starts_at=moment.starts_at,
                ends_at=moment.ends_at,
            )
            for meeting_id, moment in found
        ]
    )
