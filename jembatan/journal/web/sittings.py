"""Small edits that one person made of one record in one go: they are one thing to whoever reads a timeline."""

from collections.abc import Iterable
from datetime import timedelta

from jembatan.journal.models import Entry
from jembatan.journal.queries.kinds import kind_of

PAUSE = timedelta(minutes=15)
LOOKED_AT = ("id", "kind", "user_id", "actor_name", "occurred_at")


def enough_for(entries: list[Entry], *, sittings: int) -> list[Entry]:
    """As many of the entries as make up so many sittings, or all; of each, `LOOKED_AT` is read, no parties."""
    begun = 0
    for number, entry in enumerate(entries):
        begun += number == 0 or not _may_continue(entries[number - 1], entry)
        if begun > sittings:
            return entries[:number]
    return entries


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
        _may_continue(later, entry)
        and _parties(later) == _parties(entry)
        and not (later.corrections.all() or entry.corrections.all())
    )


def _may_continue(later: Entry, entry: Entry) -> bool:
    """As far as the entries alone tell."""
    return (
        kind_of(later).folds
        and kind_of(entry).folds
        and (later.user_id, later.actor_name) == (entry.user_id, entry.actor_name)
        and later.occurred_at - entry.occurred_at <= PAUSE
        and not later.kind.endswith(".added")
    )


def _parties(entry: Entry) -> set[tuple[int | None, int | None]]:
    return {(party.person_id, party.organisation_id) for party in entry.parties.all()}
