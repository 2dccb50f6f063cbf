"""What decisions and actions have in common when they are written: their meeting, their place, taken out and brought back."""

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Action, AgendaItem, Decision, Meeting, Minutes
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.meetings.queries.outcomes.standing import Sitting, visible_actions, visible_decisions
from jembatan.platform.access import require_writer

LONGEST, MOST = 2000, 500


def held_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    """Locked: its outcomes are written one after the other."""
    require_writer(actor)
    return visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)


def held_action(actor: Actor, action: Action) -> Action:
    """As it stands now, with its meeting locked."""
    held_meeting(actor, action.meeting)
    return visible_actions(actor).select_for_update(of=("self",)).get(pk=action.pk)


def held_decision(actor: Actor, decision: Decision) -> Decision:
    """The same of a decision."""
    held_meeting(actor, decision.meeting)
    return visible_decisions(actor).select_for_update(of=("self",)).get(pk=decision.pk)


def require_writing(row: Action | Decision) -> None:
    """Raises `ValidationError` where the minutes that it stands in are before partners, or agreed."""
    minutes = Minutes.objects.filter(meeting=row.meeting, recurrence_id=row.recurrence_id)
    if minutes.exclude(state=Minutes.State.WRITING).exists():
        raise ValidationError(_("These minutes are no longer being written."))


def place[Row: (Action, Decision)](row: Row, sitting: Sitting, item: AgendaItem | None) -> Row:
    """At the end. Raises `ValidationError` for a point of another meeting, and where there are too many."""
    row.desk_id, row.meeting = sitting.meeting.desk_id, sitting.meeting
    row.recurrence_id, row.occurred_at = sitting.recurrence_id, sitting.occurred_at
    require_writing(row)
    row.agenda_item = checked_item(sitting.meeting, item)
    row.position = next_position(row)
    return row


def next_position(row: Action | Decision) -> int:
    """Behind all others of its meeting. Raises `ValidationError` where there are too many."""
    rows = type(row)._default_manager.filter(meeting=row.meeting)
    if rows.filter(position__isnull=False).count() >= MOST:
        raise ValidationError(_("A meeting has at most %(most)s of them.") % {"most": MOST})
    return int(rows.aggregate(last=Max("position"))["last"] or 0) + 1


def checked_item(meeting: Meeting, item: AgendaItem | None) -> AgendaItem | None:
    """Raises `ValidationError` for a point of another meeting."""
    if item is not None and item.meeting_id != meeting.pk:
        raise ValidationError({"agenda_item": _("This point is of another meeting.")})
    return item


def checked_text(text: str) -> str:
    """On one line. Raises `ValidationError` for none, and for a whole page."""
    words = " ".join(text.replace("\x00", "").split())
    if not words:
        raise ValidationError({"text": _("Write a few words first.")})
    if len(words) > LONGEST:
        raise ValidationError({"text": _("This is too long. Please shorten it.")})
    return words
