"""Decisions and actions on paper: below the section of their point, or of the meeting as a whole."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Action, Minutes
from jembatan.meetings.queries.outcomes.standing import Sitting, actions_at, decisions_at
from jembatan.platform.documents.model import Line
from jembatan.platform.ui.moments import day_text


def outcome_lines(actor: Actor, minutes: Minutes) -> Mapping[int, Sequence[Line]]:
    """By the id of the section, decisions first; three queries. What stands below no section is below the whole."""
    sitting = Sitting(minutes.meeting, minutes.recurrence_id, minutes.starts_at)
    sections: dict[int | None, int] = {
        each.item_id: each.pk for each in minutes.sections.only("item", "minutes")
    }
    found: dict[int, list[Line]] = {}
    for decision in decisions_at(actor, sitting):
        section = sections.get(decision.agenda_item_id, sections[None])
        found.setdefault(section, []).append(Line(decision.text, label=_("Decision")))
    for action in actions_at(actor, sitting):
        section = sections.get(action.agenda_item_id, sections[None])
        found.setdefault(section, []).append(_action_line(action))
    return found


def _action_line(action: Action) -> Line:
    due = _("due %(day)s") % {"day": day_text(action.due)} if action.due else ""
    state = "" if action.state == Action.State.OPEN else action.get_state_display()
    owner = str(action.owner or _("nobody yet"))
    return Line(
        action.text,
        label=_("Action"),
        detail=" · ".join(part for part in (owner, due, state, action.reason) if part),
    )
