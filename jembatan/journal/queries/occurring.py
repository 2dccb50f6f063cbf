"""Which kinds of entries a timeline has to offer: those that occur lately stand in front, all others behind them."""

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.kinds import Label
from jembatan.journal.queries.timeline import entries_of

LOOKED_AT = 300


def by_occurrence(
    actor: Actor, subject: Organisation | Person | Dossier | None, groups: dict[str, Label]
) -> tuple[dict[str, Label], dict[str, Label]]:
    """The groups that the newest three hundred entries belong to, and the others; one query, however long the timeline is."""
    newest = entries_of(actor, subject).values_list("kind", flat=True)[:LOOKED_AT]
    occurring = {kind.partition(".")[0] for kind in newest}
    return (
        {name: label for name, label in groups.items() if name in occurring},
        {name: label for name, label in groups.items() if name not in occurring},
    )
