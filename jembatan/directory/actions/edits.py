"""Two editors of one field: what an edit says, what it changed, and what it found changed instead."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Change:
    """What an action did to one field, as people write the values; the inverse is the edit from `after` to `before`."""

    field: str
    before: str
    after: str
    version: int


class Conflict(ValueError):
    """Somebody else changed the value since the editor saw it. `theirs` stands in the record, `ours` was to replace it."""

    def __init__(self, *, field: str, theirs: str, ours: str, version: int) -> None:
        super().__init__(field)
        self.field = field
        self.theirs = theirs
        self.ours = ours
        self.version = version

    def __str__(self) -> str:
        return _("Somebody changed this while you were editing it.")


def check_version(*, seen: int | None, current: int) -> None:
    """For forms that write a whole record: raise `Conflict` when it is not the one the editor saw (None: no matter)."""
    if seen is not None and seen != current:
        raise Conflict(field="", theirs="", ours="", version=current)
