"""Telling the rooms above with whom lines were written."""

from collections.abc import Iterable

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.journal.actions.line import Line
from jembatan.journal.events import EntriesWritten
from jembatan.platform.events import announce_after_commit


def announce_written(actor: Actor, lines: Iterable[Line]) -> None:
    """Once for all of them; nothing where no line names anybody."""
    houses: set[int] = set()
    alone: set[int] = set()
    kinds: set[str] = set()
    for line in lines:
        people = {party.id for party in line.parties if isinstance(party, Person)}
        own = {party.id for party in line.parties if not isinstance(party, Person)}
        houses |= own
        alone |= set() if own else people
        kinds.add(line.kind)
    if houses or alone:
        announce_after_commit(
            EntriesWritten(actor.desk.pk, frozenset(kinds), frozenset(houses), frozenset(alone))
        )
