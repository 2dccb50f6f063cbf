"""Small edits that one person made of one record in one go: they are one thing to whoever reads a timeline."""

from collections.abc import Iterable
from datetime import timedelta

from jembatan.journal.models import Entry
from jembatan.journal.queries.kinds import kind_of

PAUSE = timedelta(minutes=15)


def sittings_of(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Neighbours by the same person about the same parties, each within a quarter of an hour of the next, lie together.

    Only kinds that fold do; everything else stands alone. Entries come newest first, with their parties prefetched.
    """
    sittings: list[list[Entry]] = []
    for entry in entries:
        if sittings and _continues(sittings[-1][-1], entry):
            sittings[-1].append(entry)
        else:
            sittings.append([entry])
    return sittings


def _continues(later: Entry, entry: Entry) -> bool:
    return (
        kind_of(later).folds
        and kind_of(entry).folds
        and (later.user_id, later.actor_name) == (entry.user_id, entry.actor_name)
        and later.occurred_at - entry.occurred_at <= PAUSE
        and _parties(later) == _parties(entry)
        and not later.kind.endswith(".added")
        and not (later.corrections.all() or entry.corrections.all())
    )


def _parties(entry: Entry) -> set[tuple[int | None, int | None]]:
    return {(party.person_id, party.organisation_id) for party in entry.parties.all()}
