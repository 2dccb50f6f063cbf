"""A timeline at a glance: of each entry only what tells how the lines will lie."""

from datetime import datetime
from typing import NamedTuple

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.timeline import NO_FILTERS, Filters, Mark, entries_of

NEWEST = 300


class Glance(NamedTuple):
    """An entry's number, and what decides whether it folds into its neighbour's line."""

    pk: int
    kind: str
    user_id: int | None
    actor_name: str
    occurred_at: datetime


def glances_of(
    actor: Actor,
    subject: Organisation | Person | Dossier | None,
    *,
    filters: Filters = NO_FILTERS,
    below: Mark | None = None,
    limit: int = NEWEST,
) -> list[Glance]:
    """The newest entries of a timeline, by one query."""
    entries = entries_of(actor, subject, filters=filters, below=below).select_related(None)
    return [Glance(*values) for values in entries.values_list(*Glance._fields)[:limit]]
