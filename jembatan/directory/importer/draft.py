"""A party that an import is about to make or change, with what it had before."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from jembatan.directory.models import Organisation, Person, Position

PERSON_FIELDS = (
    "full_name",
    "titles_before",
    "degrees_after",
    "form_of_address",
    "call_name",
    "native_name",
    "romanised_name",
    "sort_as",
    "birthday",
    "country",
    "time_zone",
    "note",
    "external_uid",
    "languages",
    "tags",
    "extra",
    "photo_id",
    "marking",
)
ORGANISATION_FIELDS = (
    "name",
    "short_name",
    "native_name",
    "country",
    "time_zone",
    "note",
    "external_uid",
    "languages",
    "tags",
    "extra",
    "marking",
)
POSITION_FIELDS = ("title", "unit", "since", "until")
NUMBERS = ("phone", "mobile", "fax")


class NewPoint(NamedTuple):
    """A contact point to be made; most of an import's records are these, so they are no model instances."""

    kind: str
    value: str
    normal: str
    parts: list[str]
    label: str
    preferred: bool


@dataclass(slots=True)
class Draft:
    """`left` is how the last import left the party (None: no import did): a field that differs from it is people's.

    `fresh`: this batch made or changed the party already, so that another item adds to it and replaces nothing.
    """

    party: Person | Organisation
    before: dict[str, Any] | None = None
    left: dict[str, Any] | None = None
    fresh: bool = False
    reached: set[tuple[str, str]] = field(default_factory=set)
    positions: list[Position] = field(default_factory=list)
    new_points: list[NewPoint] = field(default_factory=list)
    new_positions: list[Position] = field(default_factory=list)
    changed_positions: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Not in the database yet."""
        return self.party.pk is None

    @property
    def is_changed(self) -> bool:
        """An item said something that was not there."""
        return self.before != snapshot(self.party)

    def reaches(self, kind: str, normal: str) -> bool:
        """Whether this address or number is there; a mobile number is the same number under telephone."""
        kinds = NUMBERS[:2] if kind in NUMBERS[:2] else (kind,)
        return any((one, normal) in self.reached for one in kinds)

    def was_imported(self, kind: str, normal: str) -> bool:
        """Whether an import brought this address or number before: if it is gone now, people removed it."""
        return self.left is not None and [kind, normal] in self.left.get("points", [])

    def may_replace(self, name: str) -> bool:
        """Whether people have left the field as the last import had it."""
        if self.fresh or self.left is None:
            return False
        return bool(self.left.get(name) == getattr(self.party, name))


def snapshot(record: Person | Organisation | Position) -> dict[str, Any]:
    """The fields that an import writes, as JSON."""
    if isinstance(record, Person):
        names: tuple[str, ...] = PERSON_FIELDS
    else:
        names = ORGANISATION_FIELDS if isinstance(record, Organisation) else POSITION_FIELDS
    values = {name: getattr(record, name) for name in names}
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, list) else value
