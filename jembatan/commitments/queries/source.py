"""Where a promise was said: what the sentence stands in, as the actor sees it."""

from dataclasses import dataclass, replace
from datetime import datetime

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message
from jembatan.correspondence.queries.notes import SOURCE as MAIL
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import visible_entries
from jembatan.meetings.actions.lines import SOURCE as MEETING
from jembatan.meetings.models import Meeting, MinutesSection
from jembatan.meetings.queries.minutes.visible import visible_minutes
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One of `message`, `meeting` (with the `section` of its minutes, or none) and `entry`, or none of them."""

    message: Message | None = None
    meeting: Meeting | None = None
    section: MinutesSection | None = None
    entry: Entry | None = None

    @property
    def anywhere(self) -> bool:
        """It has a source."""
        return bool(self.message or self.meeting or self.entry)

    @property
    def dossier(self) -> Dossier | None:
        """Where the source stands today."""
        if self.message:
            return self.message.thread.dossier
        if self.meeting:
            return self.meeting.dossier
        return self.entry.dossier_today if self.entry else None

    @property
    def marking(self) -> Marking:
        """What the source bears today."""
        if self.message:
            return Marking(self.message.thread.marking)
        if self.meeting:
            return Marking(self.meeting.marking)
        return self.entry.marking_today if self.entry else Marking.GREEN

    @property
    def at(self) -> datetime | None:
        """When it was said."""
        if self.message:
            return self.message.sent_at or self.message.filed_at
        if self.meeting:
            return self.section.minutes.starts_at if self.section else self.meeting.starts_at
        return self.entry.occurred_at if self.entry else None


NOWHERE = Said()


def said_in_message(actor: Actor, number: int) -> Said | None:
    """None where the actor sees no such message."""
    rows = visible_messages(actor).select_related("thread__dossier", "sender__person", "sender__organisation")
    message = rows.filter(pk=number).first()
    return Said(message=message) if message else None


def said_in_meeting(actor: Actor, number: int) -> Said | None:
    """None where the actor sees no such meeting."""
    meeting = visible_meetings(actor).select_related("dossier").filter(pk=number).first()
    return Said(meeting=meeting) if meeting else None


def held(actor: Actor, said: Said) -> Said | None:
    """The same as it stands now, and stays until the transaction ends: it moves to no other dossier meanwhile. None where the actor does not see it any more."""
    if said.message:
        rows = visible_messages(actor).select_related(
            "thread__dossier", "sender__person", "sender__organisation"
        )
        message = rows.select_for_update(of=("thread",)).filter(pk=said.message.pk).first()
        return replace(said, message=message) if message else None
    if said.meeting:
        meetings = visible_meetings(actor).select_related("dossier").select_for_update(of=("self",))
        meeting = meetings.filter(pk=said.meeting.pk).first()
        return replace(said, meeting=meeting) if meeting else None
    return said


def said_in_section(actor: Actor, number: int) -> Said | None:
    """A part of minutes; None where the actor sees no such minutes."""
    rows = MinutesSection.objects.select_related("minutes__meeting__dossier", "item")
    section = rows.filter(pk=number, minutes__in=visible_minutes(actor)).first()
    return Said(meeting=section.minutes.meeting, section=section) if section else None


def said_in_entry(actor: Actor, number: int) -> Said | None:
    """A line of the journal that was written by hand; of another line, the mail or the meeting that it came from."""
    entry = visible_entries(actor).select_related("dossier").filter(pk=number).first()
    if entry is None or not entry.source_id:
        return Said(entry=entry) if entry else None
    if entry.source_kind == MAIL:
        return said_in_message(actor, entry.source_id)
    return said_in_meeting(actor, entry.source_id) if entry.source_kind == MEETING else None


def said_last_in_thread(actor: Actor, number: int) -> Said | None:
    """The latest message of a conversation; None where the actor sees none."""
    last = visible_messages(actor).filter(thread=number).order_by("-sent_at", "-pk").first()
    return said_in_message(actor, last.pk) if last else None
