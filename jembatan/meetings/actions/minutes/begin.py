"""Beginning to write minutes, and being done with it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.lines import MINUTES, line, parties_of
from jembatan.meetings.actions.minutes.closed import open_minutes
from jembatan.meetings.actions.minutes.sections import TOPIC, follow_agenda
from jembatan.meetings.models import Meeting, Minutes, MinutesSection
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_writer
from jembatan.platform.live.news import tell


@transaction.atomic
def begin_minutes(actor: Actor, meeting: Meeting, *, recurrence_id: str = "") -> Minutes:
    """Those of the meeting, or of an occurrence of a series, with a section for the whole and one for each point of the agenda.

    Where somebody has begun them already, those. Raises `ValidationError` where the series has no such occurrence.
    """
    require_writer(actor)
    current = visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)
    name = recurrence_id if current.is_series else ""
    begun = Minutes.objects.filter(meeting=current, recurrence_id=name).first()
    if begun is not None:
        return begun
    starts_at, ends_at = current.starts_at, current.ends_at
    if current.is_series:
        row = current.occurrences.filter(recurrence_id=name).first()
        if row is None:
            raise ValidationError(_("The series does not take place then."))
        starts_at, ends_at = row.starts_at, row.ends_at
    minutes = Minutes.objects.create(
        desk=actor.desk,
        meeting=current,
        recurrence_id=name,
        starts_at=starts_at,
        ends_at=ends_at,
        begun_by=actor.user,
    )
    MinutesSection.objects.create(minutes=minutes)
    follow_agenda(current)
    _journal(actor, minutes, _("Minutes begun: %(title)s"))
    return minutes


@transaction.atomic
def finish_writing(actor: Actor, minutes: Minutes) -> Minutes:
    """The writers are done. What others wrote without a connection may still come. Finishing twice changes nothing."""
    current = open_minutes(actor, minutes)
    if current.finished_at is None:
        current.finished_at = timezone.now()
        current.save(update_fields=["finished_at"])
        _journal(actor, current, _("Minutes written: %(title)s"))
        tell(actor.desk.pk, TOPIC, [current.pk])
    return current


@transaction.atomic
def write_on(actor: Actor, minutes: Minutes) -> Minutes:
    """The writers are not done after all: the inverse of `finish_writing`."""
    current = open_minutes(actor, minutes)
    if current.finished_at is not None:
        current.finished_at = None
        current.save(update_fields=["finished_at"])
        follow_agenda(current.meeting)
        tell(actor.desk.pk, TOPIC, [current.pk])
    return current


def _journal(actor: Actor, minutes: Minutes, sentence: str) -> None:
    meeting = minutes.meeting
    summary = sentence % {"title": meeting}
    record(
        actor,
        line(meeting, timezone.now(), kind=MINUTES, parties=parties_of(meeting), summary=summary, exact=True),
    )
