"""Rows that point at a party follow it when it turns out to be another, and come back when that is undone.

Rooms above register their models here, so that merging knows none of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Func, Model, QuerySet

from jembatan.directory.models import (
    ContactPoint,
    Counterpart,
    Organisation,
    Person,
    Position,
    Relationship,
)
from jembatan.directory.queries.joining import bodies_above

type Moved = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Follower:
    """`field` points at a person or an organisation. `once`: with these fields alike, the kept party has such a row already."""

    model: type[Model]
    field: str
    once: tuple[str | Func, ...] | None = None

    @property
    def label(self) -> str:
        """As a merge remembers what it moved."""
        return f"{self.model._meta.label_lower}.{self.field}"

    def rows(self) -> QuerySet[Model]:
        """All of them; the ids that a merge works with come from one desk's party."""
        return QuerySet(self.model)


_followers: list[Follower] = [
    Follower(ContactPoint, "person", ("kind", "normal")),
    Follower(ContactPoint, "organisation", ("kind", "normal")),
    Follower(Position, "person", ("organisation", "title", "unit", "since")),
    Follower(Position, "organisation", ("person", "title", "unit", "since")),
    Follower(Relationship, "person", ("other", "kind")),
    Follower(Relationship, "other", ("person", "kind")),
    Follower(Counterpart, "organisation", ()),
    Follower(Organisation, "parent"),
    Follower(Person, "merged_into"),
    Follower(Organisation, "merged_into"),
]


def register_follower(model: type[Model], field: str, *, once: tuple[str | Func, ...] | None = None) -> None:
    """Rows of `model` follow a merged party by `field`; `once` names the fields that a party may have in one row only."""
    follower = Follower(model, field, once)
    if follower not in _followers:
        _followers.append(follower)


def followers() -> tuple[Follower, ...]:
    """Everything that follows, in the order of registration."""
    return tuple(_followers)


def follow(gone: Person | Organisation, kept: Person | Organisation) -> Moved:
    """Point the rows of one party at the other; returns the ids that moved. What the other has already stays behind."""
    moved: Moved = {}
    for follower in _of(gone):
        ids = list(_free_to_move(follower, gone, kept))
        if ids:
            follower.rows().filter(pk__in=ids).update(**{follower.field: kept})
            moved[follower.label] = ids
    return moved


def go_back(moved: Moved, gone: Person | Organisation, kept: Person | Organisation) -> None:
    """Point them back, those that nobody has changed or deleted since."""
    for follower in _of(gone):
        ids = moved.get(follower.label, [])
        follower.rows().filter(pk__in=ids, **{follower.field: kept}).update(**{follower.field: gone})


def _of(party: Person | Organisation) -> list[Follower]:
    kind = type(party)
    return [one for one in _followers if one.model._meta.get_field(one.field).related_model is kind]


def _free_to_move(
    follower: Follower, gone: Person | Organisation, kept: Person | Organisation
) -> Iterator[int]:
    """Ids of the rows that the kept party has no like of, and that do not point from it at itself."""
    rows = follower.rows()
    once = follower.once or ()
    taken = set(rows.filter(**{follower.field: kept}).values_list(*once)) if once else set()
    if follower.once == () and rows.filter(**{follower.field: kept}).exists():
        return
    above = bodies_above(kept) if isinstance(kept, Organisation) else {kept.pk}
    for pk, *values in rows.filter(**{follower.field: gone}).values_list("pk", *once):
        is_itself = follower.model is type(kept) and pk in above
        is_to_itself = follower.model is Relationship and values[0] == kept.pk
        if tuple(values) not in taken and not is_itself and not is_to_itself:
            yield pk
