"""The journal's lines about briefs: each follows the meeting or the organisation into and out of dossiers."""

from jembatan.accounts.actor import Actor
from jembatan.briefings.models import Brief
from jembatan.directory.models import Organisation
from jembatan.journal.actions.record import Line, record
from jembatan.meetings.models import Meeting
from jembatan.platform.markings import Marking

MADE = "brief.made"
CLEARED = "brief.cleared"
CIRCULATED = "brief.circulated"


def tell(
    actor: Actor,
    kind: str,
    subject: Organisation | Meeting | None,
    summary: str,
    *,
    marking: Marking,
    detail: str = "",
) -> None:
    """`summary` in the language of the desk."""
    meeting = subject if isinstance(subject, Meeting) else None
    line = Line(
        kind=kind,
        summary=summary,
        detail=detail,
        parties=(subject,) if isinstance(subject, Organisation) else (),
        dossier=meeting.dossier if meeting else None,
        marking=marking,
        source=("meeting" if meeting else "organisation", subject.pk) if subject else None,
    )
    record(actor, line)


def tell_about(actor: Actor, kind: str, brief: Brief, summary: str, *, marking: str) -> None:
    """About a written brief."""
    tell(actor, kind, brief.subject, summary, marking=Marking(marking))
