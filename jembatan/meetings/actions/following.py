"""The journal's lines about meetings follow them: into a dossier, out of it, up to a higher marking."""

from collections.abc import Iterable

from jembatan.accounts.models import Desk
from jembatan.journal.actions.placing import Place, place
from jembatan.meetings.actions.lines import SOURCE
from jembatan.meetings.models import Meeting


def lines_follow(desk: Desk, meetings: Iterable[Meeting]) -> None:
    """Call it inside the transaction that wrote another dossier or marking into these meetings."""
    place(desk, SOURCE, (Place(each.pk, each.dossier_id, each.marking) for each in meetings))
