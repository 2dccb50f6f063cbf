"""Notes that may not leave the house."""

from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.correspondence.preflight.knowledge import Kept
from jembatan.journal.models.entry import NOTES
from jembatan.journal.queries.timeline import visible_entries
from jembatan.platform.markings import Marking

MOST = 400


def kept_notes(actor: Actor) -> tuple[Kept, ...]:
    """The latest notes of restricted dossiers, and those marked for few, as far as the actor may read them."""
    for_few = Q(marking__in=[Marking.RED, Marking.AMBER_STRICT]) | Q(dossier__restricted=True)
    rows = visible_entries(actor).filter(for_few, kind__in=NOTES).select_related("dossier")[:MOST]
    return tuple(
        Kept(f"{entry.summary}\n{entry.detail}", entry.dossier.title if entry.dossier else entry.marking)
        for entry in rows
    )
