"""The journal's lines about decisions and actions: each follows its meeting into and out of dossiers."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record
from jembatan.meetings.actions.lines import SOURCE, parties_of
from jembatan.meetings.models import Action, Decision
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

DECIDED = "decision.taken"
DECISION_CHANGED = "decision.changed"
AGREED = "action.agreed"
ACTION_CHANGED = "action.changed"
CLOSED = "action.closed"


def tell_decision(actor: Actor, decision: Decision, kind: str, *, before: str = "") -> None:
    """`before` is what stood there, where that is another wording."""
    with translation.override(actor.desk.language):
        summary = decision.text if decision.stands else _("Taken out: %(text)s") % {"text": decision.text}
        _tell(actor, decision, kind, summary, detail=_before(before))


def tell_action(actor: Actor, action: Action, kind: str, *, before: str = "") -> None:
    """Who does what by when, or that it is closed."""
    with translation.override(actor.desk.language):
        _tell(actor, action, kind, action_told(action), detail=_before(before) or action.reason)


def action_told(action: Action) -> str:
    """ "Retno: kirim draf (by 5 Mar 2027)", in the language in force, and what has become of it."""
    owner = f"{action.owner}: " if action.owner else ""
    due = _(" (by %(day)s)") % {"day": day_text(action.due)} if action.due else ""
    told = f"{owner}{action.text}{due}"
    if not action.stands:
        return _("Taken out: %(text)s") % {"text": told}
    if action.state == Action.State.DONE:
        return _("Done: %(text)s") % {"text": told}
    if action.state == Action.State.DROPPED:
        return _("Dropped: %(text)s") % {"text": told}
    return told


def _before(text: str) -> str:
    return _("Before: %(text)s") % {"text": text} if text else ""


def _tell(actor: Actor, row: Action | Decision, kind: str, summary: str, *, detail: str) -> None:
    meeting = row.meeting
    owner = row.owner if isinstance(row, Action) else None
    own = [owner] if isinstance(owner, Person | Organisation) else []
    line = Line(
        kind=kind,
        summary=summary,
        detail=detail,
        parties=(*own, *parties_of(meeting)),
        dossier=meeting.dossier,
        marking=Marking(meeting.marking),
        source=(SOURCE, meeting.pk),
    )
    record(actor, line)
