"""Which histories the database writes (pghistory's event tables), and the page that shows each kind of record."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pghistory.models
from django.apps import apps
from django.db.models import Model

type EventModel = Any

_addresses: dict[str, Callable[[int], str]] = {}


def register_address(model: type[Model], address: Callable[[int], str]) -> None:
    """Records of this model have a page at `address(id)`."""
    _addresses[model._meta.label_lower] = address


def address_of(model: type[Model], record_id: int) -> str:
    """The record's page; "" where it has none."""
    address = _addresses.get(model._meta.label_lower)
    return address(record_id) if address else ""


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
