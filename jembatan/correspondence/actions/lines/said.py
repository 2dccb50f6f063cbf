"""What the journal says about lines to take."""

from collections.abc import Iterable

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Line
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line as Told
from jembatan.journal.actions.record import record
from jembatan.platform.markings import Marking

CLEARED, WITHDRAWN, SAID = "line.cleared", "line.withdrawn", "line.said"
SOURCE = "line"


def say(
    actor: Actor,
    line: Line,
    kind: str,
    summary: str,
    *,
    detail: str = "",
    parties: Iterable[Person | Organisation] = (),
) -> None:
    """One line of the journal, in the dossier and at the marking of the line to take."""
    told = Told(
        kind=kind,
        summary=summary,
        detail=detail,
        parties=parties,
        dossier=line.dossier,
        marking=Marking(line.marking),
        source=(SOURCE, line.pk),
    )
    record(actor, told)
