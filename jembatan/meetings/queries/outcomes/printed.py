"""Decisions and actions on paper, below the point that they belong to."""

from collections import defaultdict

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Action
from jembatan.meetings.queries.outcomes.standing import Sitting, actions_at, decisions_at
from jembatan.platform.documents.model import Line
from jembatan.platform.ui.moments import day_text


def outcome_lines(actor: Actor, sitting: Sitting) -> dict[int, list[Line]]:
    """By the id of their point (0: none), decisions first, in the language of the moment; two queries."""
    found: dict[int, list[Line]] = defaultdict(list)
    for decision in decisions_at(actor, sitting):
        found[decision.agenda_item_id or 0].append(decision_line(decision.text))
    for action in actions_at(actor, sitting):
        owner = str(action.owner or _("nobody yet"))
        due = day_text(action.due) if action.due else ""
        found[action.agenda_item_id or 0].append(action_line(action.text, owner, due, *_became(action)))
    return found


def decision_line(text: str) -> Line:
    """One decision."""
    return Line(text, label=_("Decision"))


def _became(action: Action) -> tuple[str, ...]:
    return () if action.state == Action.State.OPEN else (action.get_state_display(), action.reason)


def action_line(text: str, owner: str, due: str, *became: str) -> Line:
    """One action, who does it, by which day, and what has become of it; each may be ""."""
    by_when = _("due %(day)s") % {"day": due} if due else ""
    return Line(
        text, label=_("Action"), detail=" · ".join(part for part in (owner, by_when, *became) if part)
    )
