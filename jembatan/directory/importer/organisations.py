"""The desk's organisations by every name they go by, found or made."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jembatan.accounts.models import Desk
from jembatan.directory.actions.derived import derive
from jembatan.directory.formats.names import name_folded
from jembatan.directory.models import Organisation
from jembatan.directory.queries.card_uids import uid_of
from jembatan.directory.queries.likeness.organisations import organisation_key
from jembatan.platform.imports.copy_rows import copy_rows


@dataclass(slots=True)
class Organisations:
    """All of a desk's are few enough to be held for the time of an import; those made here are saved by `save`."""

    desk: Desk
    batch_id: int
    by_name: dict[str, Organisation] = field(default_factory=dict)
    by_key: dict[str, Organisation] = field(default_factory=dict)
    by_uid: dict[str, Organisation] = field(default_factory=dict)
    unsaved: list[Organisation] = field(default_factory=list)

    def load(self) -> "Organisations":
        """What the directory holds now, the oldest first in the right to a name."""
        here = Organisation.objects.filter(desk=self.desk, removed_at__isnull=True).order_by("id")
        for organisation in here.only("id", "name", "short_name", "name_folded", "external_uid", "desk_id"):
            self._know(organisation)
        return self

    def find(self, name: str, *, uid: str = "") -> Organisation | None:
        """By uid, by its folded name or short name, then by the words that tell it ("PT Maju Tbk" is "Maju")."""
        return (
            self.by_uid.get(uid)
            or self.by_name.get(name_folded(name))
            or self.by_key.get(organisation_key(name))
        )

    def find_or_make(self, name: str) -> Organisation:
        """The organisation of this name; a new one waits for `save`."""
        return self.find(name) or self.make(name)

    def make(self, name: str) -> Organisation:
        """A new organisation, known by its name at once."""
        organisation = Organisation(desk=self.desk, name=name, import_batch=self.batch_id)
        derive(organisation)
        self.unsaved.append(organisation)
        self._know(organisation)
        return organisation

    def save(self) -> list[Organisation]:
        """Write the new ones; returns them, now with their ids."""
        made = self.unsaved
        for organisation in made:
            derive(organisation)
        copy_rows(made)
        self.unsaved = []
        return made

    def _know(self, organisation: Organisation) -> None:
        for name in self._names(organisation):
            self.by_name.setdefault(name_folded(name), organisation)
            self.by_key.setdefault(organisation_key(name), organisation)
        for uid in {organisation.external_uid, uid_of(organisation, self.desk)} - {""}:
            self.by_uid.setdefault(uid, organisation)

    @staticmethod
    def _names(organisation: Organisation) -> Iterable[str]:
        return (name for name in (organisation.name, organisation.short_name) if name)
