"""Which kinds of entries a timeline has to offer: those that occur lately stand in front, all others behind them."""

from collections.abc import Iterable

from jembatan.journal.queries.glances import Glance
from jembatan.journal.queries.kinds import Label


def by_occurrence(
    newest: Iterable[Glance], groups: dict[str, Label]
) -> tuple[dict[str, Label], dict[str, Label]]:
    """The groups that these entries belong to, and the others."""
    occurring = {glance.kind.partition(".")[0] for glance in newest}
    return (
        {name: label for name, label in groups.items() if name in occurring},
        {name: label for name, label in groups.items() if name not in occurring},
    )
