"""What a record says after another one was merged into it."""

from collections.abc import Mapping
from typing import Any

from jembatan.directory.models import Organisation, Person
from jembatan.platform.markings import highest

OF_BOTH = ("native_name", "country", "time_zone")
OF_PEOPLE = (
    "full_name",
    "titles_before",
    "degrees_after",
    "form_of_address",
    "call_name",
    "romanised_name",
    "sort_as",
    "birthday",
    "photo",
    *OF_BOTH,
)
OF_ORGANISATIONS = ("name", "short_name", "kind", "parent", *OF_BOTH)
LISTS = ("languages", "tags")


def joined_values(
    kept: Person | Organisation,
    gone: Person | Organisation,
    picked: Mapping[str, Person | Organisation],
) -> dict[str, Any]:
    """The fields of `kept` that change: one picked from either record, a gap filled, lists and notes put together.

    The marking is the higher one, whatever was picked.
    """
    values = {
        field: getattr(picked.get(field, kept), field) or getattr(gone, field) for field in one_of(kept)
    }
    values |= {field: _both(getattr(kept, field), getattr(gone, field)) for field in _lists(kept)}
    values["extra"] = _both(kept.extra, gone.extra)
    values["note"] = "\n\n".join(dict.fromkeys(filter(None, (kept.note, gone.note))))
    values["marking"] = highest((kept.marking, gone.marking))
    parent = values.get("parent")
    if isinstance(parent, Organisation) and (parent == gone or kept.pk in bodies_above(parent)):
        del values["parent"]
    return {field: value for field, value in values.items() if value != getattr(kept, field)}


def one_of(party: Person | Organisation) -> tuple[str, ...]:
    """Fields of which one value is right."""
    return OF_PEOPLE if isinstance(party, Person) else OF_ORGANISATIONS


def bodies_above(organisation: Organisation) -> set[int]:
    """Ids of the organisation and of all that it is part of."""
    found: set[int] = set()
    above: Organisation | None = organisation
    while above is not None and above.pk not in found:
        found.add(above.pk)
        above = above.parent
    return found


def _lists(party: Person | Organisation) -> tuple[str, ...]:
    return LISTS if isinstance(party, Person) else (*LISTS, "domains")


def _both(ours: list[Any], theirs: list[Any]) -> list[Any]:
    return [*ours, *(value for value in theirs if value not in ours)]
