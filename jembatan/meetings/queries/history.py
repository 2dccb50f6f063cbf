"""Who planned a meeting, moved it, renamed it, put it elsewhere, called it off."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pghistory.core

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.meetings.models import Meeting
from jembatan.platform.audit.changes import Change, history_of
from jembatan.platform.audit.tracked import BEFORE
from jembatan.platform.ui.moments import clock_text, day_text, moment_text

ONE_DAY = timedelta(days=1)


def meeting_history(actor: Actor, meeting: Meeting) -> list[Change]:
    """The newest changes of a meeting that the actor sees; dossiers that are closed to the actor are not named."""
    return history_of(actor, meeting, seen={Dossier: visible_dossiers(actor)})


def before_cancellation(meeting: Meeting) -> Meeting.Status:
    """Confirmed or tentative, whatever it was last; a meeting that was never anything but called off counts as confirmed."""
    events: Any = pghistory.core.event_models(tracks_model=Meeting)[0]
    standing = events.objects.filter(pgh_obj=meeting.pk).exclude(status=Meeting.Status.CANCELLED)
    status = standing.order_by("-pgh_id").values_list("status", flat=True).first()
    return Meeting.Status(status or Meeting.Status.CONFIRMED)


def called_off_with(series: Meeting) -> set[int]:
    """The meetings that were called off in the same transaction as this one was last, by id."""
    events: Any = pghistory.core.event_models(tracks_model=Meeting)[0]
    off = events.objects.filter(status=Meeting.Status.CANCELLED).exclude(pgh_label=BEFORE)
    last = off.filter(pgh_obj=series.pk).order_by("-pgh_id").values_list("pgh_created_at", flat=True).first()
    return (
        set(off.filter(desk=series.desk_id, pgh_created_at=last).values_list("pgh_obj", flat=True))
        if last
        else set()
    )


def beginning_told(event: Any) -> str:
    """When the meeting began at the time of the event, as its clock has it."""
    return _told(event, event.starts_at)


def end_told(event: Any) -> str:
    """When it ended; of whole days, the last one."""
    return _told(event, event.ends_at - ONE_DAY if event.clock == Meeting.Clock.DATE else event.ends_at)


def _told(event: Any, moment: datetime) -> str:
    if event.clock == Meeting.Clock.ZONED:
        return moment_text(moment)
    written = moment.astimezone(UTC)
    day = day_text(written.date())
    return day if event.clock == Meeting.Clock.DATE else f"{day}, {clock_text(written)}"
