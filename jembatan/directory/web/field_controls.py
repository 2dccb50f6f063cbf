"""The control that a field is edited with: a line, a paragraph, a choice, or a line with suggestions."""

from dataclasses import dataclass, field
from typing import Literal

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jembatan.directory.formats import places
from jembatan.directory.formats.courtesy import forms_of_address
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.field_text import as_read, as_typed, model_field


@dataclass(frozen=True, slots=True)
class Control:
    """`choices` are (value, label) of a select; `options` the suggestions of a line, or `options_url` where they are."""

    kind: Literal["line", "paragraph", "choice"]
    value: str
    choices: list[tuple[str, str]] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    options_url: str = ""
    maximum: int | None = None


def control_for(party: Person | Organisation, name: str, *, typed: str | None = None) -> Control:
    """For one field of a party; `typed` is what the editor wrote in an earlier attempt."""
    language = get_language() or "en"
    if name == "note":
        return Control("paragraph", _value(party, name, typed))
    if choices := _choices(party, name, language):
        return Control("choice", typed if typed is not None else as_typed(party, name), choices=choices)
    value = _value(party, name, typed)
    if name in {"parent", "tags"}:
        kind = "organisations" if name == "parent" or isinstance(party, Organisation) else "people"
        address = "directory:options" if name == "parent" else "directory:tags"
        return Control("line", value, options_url=reverse(address, args=[kind]))
    longest = model_field(party, name).max_length
    return Control("line", value, options=_options(party, name, value, language), maximum=longest)


def _value(party: Person | Organisation, name: str, typed: str | None) -> str:
    if typed is not None:
        return typed
    return as_read(party, name) if name == "languages" else as_typed(party, name)


def _choices(party: Person | Organisation, name: str, language: str) -> list[tuple[str, str]]:
    if name == "country":
        return [("", _("Unknown")), *places.countries(language).items()]
    return [(str(value), str(label)) for value, label in model_field(party, name).choices or ()]


def _options(party: Person | Organisation, name: str, value: str, language: str) -> list[str]:
    if name == "form_of_address":
        return list(forms_of_address(party.country or party.desk.country))
    if name == "time_zone":
        near = places.zones_of(party.country or party.desk.country)
        return [*near, *(zone for zone in places.zones() if zone not in near)]
    if name == "languages":
        # A suggestion replaces the whole line, so each carries what is there already.
        before = f"{value}, " if value else ""
        return [before + spoken for spoken in places.languages(language).values()]
    return []
