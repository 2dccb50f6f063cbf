"""What a person types into a field of a party, and what is kept: one rule a field, for pages and commands alike."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.places import country_code, language_code, zones
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.field_text import model_field
from jembatan.directory.queries.naming import named

SHARED = ("native_name", "languages", "country", "time_zone", "tags", "note", "marking")
EDITABLE: dict[type[models.Model], tuple[str, ...]] = {
    Person: (
        "full_name",
        "titles_before",
        "degrees_after",
        "form_of_address",
        "call_name",
        "romanised_name",
        "name_order",
        "sort_as",
        "birthday",
        *SHARED,
    ),
    Organisation: ("name", "short_name", "kind", "parent", "domains", *SHARED),
}
DOMAIN = re.compile(r"(?!-)[^\s@/:.]{1,63}(\.(?!-)[^\s@/:.]{1,63})+")


def cleaned(actor: Actor, party: Person | Organisation, field: str, text: str) -> Any:
    """The value that the field keeps; raises `ValidationError` with a sentence, `KeyError` for a field nobody edits."""
    if field not in EDITABLE[type(party)]:
        raise KeyError(field)
    if field == "parent":
        return _parent(actor, party, text)
    value = CLEANERS.get(field, one_line)(text)
    return model_field(party, field).clean(value, party)


def fill(actor: Actor, party: Person | Organisation, texts: Mapping[str, str]) -> None:
    """Set fields of an unsaved party from what was typed; raises one `ValidationError` that names every field at fault."""
    faults: dict[str, list[str]] = {}
    for field, text in texts.items():
        try:
            setattr(party, field, cleaned(actor, party, field, text))
        except ValidationError as fault:
            faults[field] = fault.messages
    if faults:
        raise ValidationError(faults)


def one_line(text: str) -> str:
    """Composed letters (NFC), single spaces, no control characters."""
    printable = "".join(c if unicodedata.category(c) != "Cc" else " " for c in text)
    return " ".join(unicodedata.normalize("NFC", printable).split())


def items(text: str) -> list[str]:
    """A comma-separated list, each once whatever its case."""
    found = (one_line(item) for item in re.split(r"[,;\n]", text))
    return list({item.casefold(): item for item in found if item}.values())


def _paragraphs(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _country(text: str) -> str:
    code = country_code(text)
    if text.strip() and not code:
        raise ValidationError(_("“%(text)s” is not a country. Choose one from the list.") % {"text": text})
    return code


def _languages(text: str) -> list[str]:
    codes = {item: language_code(item) for item in items(text)}
    for item, code in codes.items():
        if not code:
            raise ValidationError(
                _("“%(text)s” is not a language. Choose one from the list.") % {"text": item}
            )
    return list(dict.fromkeys(codes.values()))


def _zone(text: str) -> str:
    zone = text.strip()
    if zone and zone not in zones():
        raise ValidationError(_("“%(text)s” is not a time zone. Choose one from the list.") % {"text": text})
    return zone


def _domains(text: str) -> list[str]:
    found = [item.lower().strip(".").rpartition("@")[2] for item in re.split(r"[\s,;]+", text) if item]
    for domain in found:
        if not DOMAIN.fullmatch(domain):
            raise ValidationError(
                _("“%(text)s” is not an internet domain. Write it like “ministry.example”.")
                % {"text": domain}
            )
    return list(dict.fromkeys(found))


def _parent(actor: Actor, party: Person | Organisation, text: str) -> Organisation | None:
    if not text.strip():
        return None
    parent = named(actor, Organisation, text)
    if parent is None:
        raise ValidationError(_("Choose an organisation from the list."))
    above: Organisation | None = parent
    while above is not None:
        if above.pk == party.pk:
            raise ValidationError(_("An organisation cannot be part of itself or of one of its own units."))
        above = above.parent
    return parent


CLEANERS: dict[str, Callable[[str], Any]] = {
    "note": _paragraphs,
    "country": _country,
    "languages": _languages,
    "time_zone": _zone,
    "tags": items,
    "domains": _domains,
}
