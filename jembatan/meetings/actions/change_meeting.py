"""Changing what a meeting says about itself, one field at a time, noticing when someone else was faster."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.book import book
from jembatan.meetings.actions.following import lines_follow
from jembatan.meetings.actions.invitations.tell import as_told, tell_change
from jembatan.meetings.actions.lines import CHANGED, line, parties_of
from jembatan.meetings.actions.plan_meeting import (
    Times,
    checked_dossier,
    checked_room,
    checked_title,
    set_times,
)
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.formats.joining import is_link
from jembatan.meetings.models import Meeting, Room
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking, Marking, highest, is_lower

LONGEST_TEXT = 100_000
TOLD = {"title", "location", "description", "join_url", "times"}
CARRIED = {"dossier", "marking", "join_url"}


class ChangedMeanwhile(Exception):
    """Someone else changed the meeting since it was read; `meeting` is how it is now."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(_("Someone else has changed this meeting in the meantime."))
        self.meeting = meeting


@transaction.atomic
def change_meeting(
    actor: Actor, meeting: Meeting, field: str, value: object, *, version: int, confirmed: bool = False
) -> Meeting:
    """Set `title`, `location`, `description`, `join_url`, `dossier`, `marking`, `room` or `times` (with their zone, as `(Times, zone)`).

    Those whom we have invited are told by mail. What a person changed, a later version of an imported file leaves alone. A meeting that moves says so in the journal.
    The changed days of a series go where the series goes. Raises `ChangedMeanwhile`, `ValidationError`,
    `LoweredMarking` and `DoubleBooked` (of members) unless `confirmed`, and `KeyError` for another field.
    """
    require_writer(actor)
    write = _WRITERS[field]
    current = (
        visible_meetings(actor).select_for_update(of=("self",)).select_related("desk").get(pk=meeting.pk)
    )
    if current.version != version:
        raise ChangedMeanwhile(current)
    if field == "marking" and not confirmed and is_lower(str(value), than=_highest_of_series(actor, current)):
        raise LoweredMarking
    before = as_told(actor, current) if field in TOLD else None
    linked = current.join_url
    changed = write(actor, current, value)
    current.version += 1
    current.edited = sorted({*current.edited, *changed})
    current.save()
    carried = _carried_along(actor, current, field, linked) if field in CARRIED else []
    if field in {"dossier", "marking"}:
        lines_follow(actor.desk, [current, *carried])
    if field == "times":
        schedule([current])
    if field in {"times", "room"}:
        book(actor, current, allowed=confirmed)
    if field == "times":
        moved = _("Moved to %(day)s: %(title)s")
        summary = moved % {"title": current, "day": current.begins.date().isoformat()}
        record(
            actor,
            line(
                current,
                timezone.now(),
                kind=CHANGED,
                parties=parties_of(current),
                summary=summary,
                exact=True,
            ),
        )
    tell_change(actor, current, before)
    return current


def _highest_of_series(actor: Actor, meeting: Meeting) -> Marking:
    return highest(visible_meetings(actor).filter(uid=meeting.uid).values_list("marking", flat=True))


def _carried_along(actor: Actor, meeting: Meeting, field: str, before: str) -> list[Meeting]:
    """The other VEVENTs of the series, in the same dossier or at the same marking from now on.

    Days that met by the series' link go on doing so; a day's own link is that day's.
    """
    series = visible_meetings(actor).filter(uid=meeting.uid).exclude(pk=meeting.pk)
    if field == "join_url":
        series = series.filter(join_url=before) if meeting.rule else series.none()
    others = list(series.select_for_update(of=("self",)))
    for other in others:
        setattr(other, field, getattr(meeting, field))
        other.version += 1
        other.edited = sorted({*other.edited, field})
        other.save(update_fields=[field, "version", "edited"])
    return others


def _title(actor: Actor, meeting: Meeting, value: object) -> list[str]:
    meeting.title = checked_title(str(value))
    return ["title"]


def _text(name: str) -> Callable[[Actor, Meeting, Any], list[str]]:
    def write(actor: Actor, meeting: Meeting, value: object) -> list[str]:
        text = str(value).strip()
        MaxLengthValidator(LONGEST_TEXT)(text)
        setattr(meeting, name, text)
        return [name]

    return write


def _dossier(actor: Actor, meeting: Meeting, value: object) -> list[str]:
    assert value is None or isinstance(value, Dossier)
    meeting.dossier = checked_dossier(actor, value)
    return ["dossier"]


def _join_url(actor: Actor, meeting: Meeting, value: object) -> list[str]:
    link = str(value).strip()
    if link and not is_link(link):
        raise ValidationError(_("Paste a whole link that begins with https://, without a password in it."))
    meeting.join_url = "https://" + link[8:] if link else ""
    return ["join_url"]


def _room(actor: Actor, meeting: Meeting, value: object) -> list[str]:
    assert value is None or isinstance(value, Room)
    meeting.room = checked_room(actor, value)
    return ["room"]


def _marking(actor: Actor, meeting: Meeting, value: object) -> list[str]:
    meeting.marking = Marking(str(value))
    return ["marking"]


def _times(actor: Actor, meeting: Meeting, value: Any) -> list[str]:
    if meeting.is_series:
        raise ValidationError(_("A series keeps the times that its calendar gives it."))
    times, zone = value
    assert isinstance(times, Times)
    set_times(meeting, times, zone)
    return ["clock", "zone", "starts_at", "ends_at", "precision"]


_WRITERS: dict[str, Callable[[Actor, Meeting, Any], list[str]]] = {
    "title": _title,
    "location": _text("location"),
    "description": _text("description"),
    "join_url": _join_url,
    "dossier": _dossier,
    "marking": _marking,
    "room": _room,
    "times": _times,
}
