"""What stands in the directory of a person, key by key, so that what accepting corrections changed can be told and undone."""

from collections.abc import Mapping

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.confirmation.known import CONTACT, NAMES, POSITION
from jembatan.directory.models import Person
from jembatan.directory.queries.contact_points import contact_points_of
from jembatan.directory.queries.field_text import as_typed
from jembatan.directory.queries.positions import positions_of

UNTIL = "until"

type Snapshot = dict[str, str]
type Changes = dict[str, tuple[str | None, str | None]]
"""By key what stood there before and after; None for a row that was not there."""


def snapshot_of(actor: Actor, person: Person) -> Snapshot:
    """Names, addresses and numbers, titles of posts and ("until-7") their last days."""
    found = {name: as_typed(person, name) for name in NAMES}
    for point in contact_points_of(actor, person):
        found[f"{CONTACT}-{point.pk}"] = point.value
    for position in positions_of(actor, person):
        found[f"{POSITION}-{position.pk}"] = position.title
        found[f"{UNTIL}-{position.pk}"] = position.until.isoformat() if position.until else ""
    return found


def changes_between(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """Only what differs."""
    keys = sorted(before.keys() | after.keys())
    return {key: (before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)}
