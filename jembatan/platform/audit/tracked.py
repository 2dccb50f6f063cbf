"""Which histories the database writes (pghistory's event tables), and the page that shows each kind of record."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pghistory.models
from django.apps import apps
from django.db.models import Model

type EventModel = Any
type Told = Callable[[Any], str]

BEFORE = "before"

_addresses: dict[str, Callable[[int], str]] = {}
_told: dict[tuple[str, str], Told] = {}


def register_address(model: type[Model], address: Callable[[int], str]) -> None:
    """Records of this model have a page at `address(id)`."""
    _addresses[model._meta.label_lower] = address


def address_of(model: type[Model], record_id: int) -> str:
    """The record's page; "" where it has none."""
    address = _addresses.get(model._meta.label_lower)
    return address(record_id) if address else ""


def register_told(model: type[Model], field: str, told: Told) -> None:
    """The value of this field is said in these words: `told` gets the event, which has the fields of the record then."""
    _told[model._meta.label_lower, field] = told


def told_of(model: type[Model], field: str) -> Told | None:
    """How the field is said, where that is not just its value."""
    return _told.get((model._meta.label_lower, field))


@cache
def event_models() -> dict[str, EventModel]:
    """Every history that knows its desk, by the label of the model that it follows (`dossiers.dossier`), in a fixed order."""
    found: dict[str, EventModel] = {}
    for model in apps.get_models():
        tracked: Any = getattr(model, "pgh_tracked_model", None)
        knows_desk = any(field.name == "desk" for field in model._meta.fields)
        if issubclass(model, pghistory.models.Event) and tracked and knows_desk:
            found[tracked._meta.label_lower] = model
    return dict(sorted(found.items()))
