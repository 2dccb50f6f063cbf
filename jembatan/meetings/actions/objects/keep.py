"""A calendar object that a program brought, new or changed: part by part, by the actions that the pages call where there is one."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.book import book
from jembatan.meetings.actions.draft_of_event import draft_of
from jembatan.meetings.actions.filing import filed
from jembatan.meetings.actions.objects.parts import change_part, check_length, lock_parts, remove_part
from jembatan.meetings.formats.calendars import read_calendars
from jembatan.meetings.formats.defect import Unreadable
from jembatan.meetings.formats.event import Event, event_of
from jembatan.meetings.queries.faults import reason_of
from jembatan.platform.access import require_writer

type Parts = Mapping[str, Event]


def read_object(content: bytes) -> Parts:
    """The events by their recurrence id. Raises `ValidationError` with a sentence."""
    parts: dict[str, Event] = {}
    for item in read_calendars(content).items:
        if item.block.name != "VEVENT":
            raise ValidationError(_("This calendar keeps meetings, and neither tasks nor notes."))
        try:
            event = event_of(item)
        except Unreadable as unreadable:
            raise ValidationError(str(reason_of(unreadable.defect))) from unreadable
        parts[event.recurrence_id] = event
    if len({event.uid for event in parts.values()}) != 1:
        raise ValidationError(_("This is not a meeting that the calendar can read."))
    return parts


@transaction.atomic
def add_object(actor: Actor, sent: Parts) -> None:
    """A meeting, or a series with its changed days. Raises `ValidationError` with a sentence."""
    require_writer(actor)
    _file(actor, list(sent.values()))


@transaction.atomic
def change_object(actor: Actor, uid: str, *, served: Parts, sent: Parts) -> None:
    """Only what differs between what was served and what came back. Raises `ValidationError` with a sentence."""
    require_writer(actor)
    parts = lock_parts(actor, uid)
    for recurrence_id, meeting in parts.items():
        if recurrence_id not in sent and recurrence_id in served:
            remove_part(actor, meeting)
        elif recurrence_id in sent and recurrence_id in served:
            change_part(actor, meeting, served[recurrence_id], sent[recurrence_id])
    _file(actor, [event for key, event in sent.items() if key not in parts])


def _file(actor: Actor, events: Sequence[Event]) -> None:
    """What is new. Private means confidential here: what is for one pair of eyes alone does not belong on a desk's calendar."""
    for event in events:
        check_length(event)
    drafts = [draft_of(event) for event in events]
    for draft in drafts:
        if draft.fields.get("marking") == "TLP:RED":
            draft.fields["marking"] = "TLP:AMBER+STRICT"
    if drafts:
        problems = filed(actor, drafts, batch_id=None).problems
        if problems:
            raise ValidationError(_("Nobody can follow the rule by which this meeting repeats."))
        parts = lock_parts(actor, drafts[0].uid)
        for draft in drafts:
            # No program can ask back: who is in two meetings then sees both of them there.
            book(actor, parts[draft.recurrence_id], allowed=True)
