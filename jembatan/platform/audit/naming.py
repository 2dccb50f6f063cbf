"""What the records are called that a page of changes speaks of: one query a kind, however many changes there are."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Model, QuerySet

OWN_NAMES = ("full_name", "name", "title", "subject", "value", "host")
UNSAID = {"id", "desk"}

type Names = dict[tuple[type[Model], Any], str]
type Seen = Mapping[type[Model], QuerySet[Any]]


def told_fields(event: Any) -> Iterator[Any]:
    """The fields of the record that an event keeps, without those that say nothing to people."""
    return (f for f in event._meta.fields if not f.name.startswith("pgh_") and f.name not in UNSAID)


def names_for(events: Iterable[Any], seen: Seen) -> Names:
    """Names of all records that these events point at and that still exist; of a kind in `seen` only those in there."""
    wanted: dict[type[Model], set[Any]] = {}
    for event in events:
        for field in told_fields(event):
            if field.is_relation and getattr(event, field.attname) is not None:
                wanted.setdefault(field.related_model, set()).add(getattr(event, field.attname))
    return {
        (model, pk): str(record)
        for model, pks in wanted.items()
        for pk, record in seen.get(model, model._base_manager.all()).in_bulk(pks).items()
    }


def related_name(event: Any, field: Any, names: Names) -> str:
    """What the field points at, by its name of today, else by its number; "" for nothing."""
    pk = getattr(event, field.attname)
    return "" if pk is None else names.get((field.related_model, pk), f"#{pk}")


def record_name(event: Any, names: Names) -> str:
    """What the record was called at the time; one without a name goes by what it joins ("MoU · Ratna Wulandari")."""
    for name in OWN_NAMES:
        if text := getattr(event, name, ""):
            return str(text)
    joined = (related_name(event, field, names) for field in told_fields(event) if field.is_relation)
    return " · ".join(name for name in joined if name)
