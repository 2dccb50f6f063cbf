"""A field of a party as text: as its editor types it, and as its readers read it."""

from typing import Any

from django.db import models
from django.utils.translation import get_language

from jembatan.directory.formats.places import country_name, language_name
from jembatan.directory.models import Organisation, Person


def model_field(party: Person | Organisation, field: str) -> "models.Field[Any, Any]":
    """The column behind the field: its label, its choices, its longest value."""
    column = type(party)._meta.get_field(field)
    assert isinstance(column, models.Field)
    return column


def label_of(party: Person | Organisation, field: str) -> str:
    """What the field is called, in the language of the moment, in lower case."""
    return str(model_field(party, field).verbose_name)


def as_typed(party: Person | Organisation, field: str) -> str:
    """What the edit form holds: lists joined by commas, choices as their value, the parent as its name and number."""
    if field == "parent":
        assert isinstance(party, Organisation)
        return f"{party.parent} #{party.parent_id}" if party.parent else ""
    value = getattr(party, field)
    if isinstance(value, list):
        return ", ".join(value)
    return str(value)


def as_read(party: Person | Organisation, field: str, *, language: str | None = None) -> str:
    """What the page shows: names of countries and languages, labels of choices, the parent's name."""
    language = language or get_language() or "en"
    if field == "country":
        return country_name(party.country, language)
    if field == "languages":
        return ", ".join(language_name(code, language) for code in party.languages)
    if field == "parent":
        assert isinstance(party, Organisation)
        return str(party.parent or "")
    label = getattr(party, f"get_{field}_display", None)
    return str(label()) if label else as_typed(party, field)
