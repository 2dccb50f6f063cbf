"""The journal's line of a change to how letters are checked."""

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.journal.actions.record import Line, record

KIND = "preflight.changed"


def say(actor: Actor, summary: str, organisation: Organisation | None = None) -> None:
    """One line, on the partner's timeline where it concerns one."""
    record(actor, Line(kind=KIND, summary=summary, parties=(organisation,) if organisation else ()))
