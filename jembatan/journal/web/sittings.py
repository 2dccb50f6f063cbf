"""Small edits that one person made of one record in one go: they are one thing to whoever reads a timeline."""

from collections.abc import Iterable
from datetime import timedelta

from jembatan.journal.models import Entry
from jembatan.journal.queries.glances import Glance
from jembatan.journal.queries.kinds import kind_of
from jembatan.journal.queries.whole import WholeEntry

PAUSE = timedelta(minutes=15)


def enough_for(entries: list[Glance], *, sittings: int) -> list[Glance]:
    """As many of the entries as make up so many sittings, or all."""
    begun = 0
    for number, entry in enumerate(entries):
        begun += number == 0 or not _may_continue(entries[number - 1], entry)
        if begun > sittings:
            return entries[:number]
    return entries


def sittings_of(entries: Iterable[WholeEntry]) -> list[list[WholeEntry]]:
    """Neighbours by the same person about the same parties, each within a quarter of an hour of the next, lie together.

    Only kinds that fold do; everything else stands alone. Entries come newest first.
    """
    sittings: list[list[WholeEntry]] = []
    for whole in entries:
        if sittings and _continues(sittings[-1][-1], whole):
            sittings[-1].append(whole)
        else:
            sittings.append([whole])
    return sittings


def _continues(later: WholeEntry, whole: WholeEntry) -> bool:
    return (
        _may_continue(later.entry, whole.entry)
        and _parties(later) == _parties(whole)
        and not (later.corrections or whole.corrections)
    )


def _may_continue(later: Entry | Glance, entry: Entry | Glance) -> bool:
    """As far as the entries alone tell."""
    return (
        kind_of(later).folds
        and kind_of(entry).folds
        and (later.user_id, later.actor_name) == (entry.user_id, entry.actor_name)
        and later.occurred_at - entry.occurred_at <= PAUSE
        and not later.kind.endswith(".added")
    )


def _parties(whole: WholeEntry) -> set[tuple[int | None, int | None]]:
    return {(party.person_id, party.organisation_id) for party in whole.parties}
