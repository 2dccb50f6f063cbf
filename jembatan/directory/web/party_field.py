"""A form field in which a party is chosen by typing its name, with suggestions, and made if it is not there yet."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.naming import named
from jembatan.directory.web.parties import KINDS


class PartyInput(forms.TextInput):
    """A line with a list of suggestions that follows what is typed."""

    template_name = "directory/party_input.html"

    def __init__(self, kind: str) -> None:
        super().__init__({"autocomplete": "off"})
        self.kind = kind

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds the address that suggests."""
        context = super().get_context(name, value, attrs)
        return context | {"options_url": reverse("directory:options", args=[self.kind])}


def party_field(kind: str, label: Any, **options: Any) -> forms.CharField:
    """For people or organisations."""
    return forms.CharField(label=label, max_length=320, widget=PartyInput(kind), **options)


def chosen(actor: Actor, form: forms.Form, field: str, kind: str) -> Person | Organisation | None:
    """The party that the valid form names; one that is not there yet is made once the editor has ticked `create`.

    Else adds an error (and the tick box) to the form and returns None.
    """
    text = form.cleaned_data[field]
    party = named(actor, KINDS[kind], text)
    if party is not None:
        return party
    if form.cleaned_data.get("create"):
        return make_party(actor, form, field, kind, text)
    refuse_unknown(form, field, text)
    form.fields["create"] = create_field(text)
    return None


def create_field(text: str) -> forms.BooleanField:
    """The tick box that makes a new record."""
    label = _("Add “%(name)s” to the directory") % {"name": text}
    return forms.BooleanField(label=label, required=False)


def refuse_unknown(form: forms.Form, field: str, text: str) -> None:
    """The error of a name that names nobody beyond doubt."""
    form.add_error(
        field, _("“%(name)s” is not in the directory, or not the only one of that name.") % {"name": text}
    )


def make_party(
    actor: Actor, form: forms.Form, field: str, kind: str, text: str
) -> Person | Organisation | None:
    """A new person or organisation of that name; else adds an error to the form and returns None."""
    try:
        return add_person(actor, text) if kind == "people" else add_organisation(actor, text)
    except ValidationError as fault:
        form.add_error(field, fault.messages)
        return None
