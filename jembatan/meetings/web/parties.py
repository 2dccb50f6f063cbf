"""Form fields in which any number of parties are chosen, each by its name in a line of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.naming import named
from jembatan.directory.web.parties import KINDS
from jembatan.directory.web.party_field import PartyInput, create_field, make_party, refuse_unknown

MOST = 50
KIND_OF = {"organisation": "organisations", "person": "people"}


class PartiesInput(PartyInput):
    """Lines with suggestions; the button under them asks for one more, with or without script."""

    template_name = "meetings/parties_input.html"
    use_fieldset = True
    is_asking = False

    def __init__(self, kind: str, label: Any, *, more: str) -> None:
        super().__init__(kind)
        self.label, self.more = label, more

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """`lines` are the names so far, and an empty one at the end where there are none or one more was asked for."""
        names = [line for line in value or [] if line]
        lines = [*names, ""] if self.is_asking or not names else names
        context = super().get_context(name, None, {**(attrs or {}), "id": False})
        more_url = reverse(self.more)
        return context | {
            "lines": lines[:MOST],
            "label": self.label,
            "is_asking": self.is_asking,
            "more_url": more_url,
        }

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """All lines of that name."""
        return data.getlist(name) if hasattr(data, "getlist") else list(data.get(name, []))


class PartiesField(forms.Field):
    """A list of names, each once, without the empty lines."""

    widget: PartiesInput

    def __init__(self, kind: str, label: Any, *, more: str = "meetings:new") -> None:
        """`more` names the page that the form is on: it shows one line more."""
        super().__init__(label=label, required=False, widget=PartiesInput(kind, label, more=more))

    def to_python(self, value: Any) -> list[str]:
        """Trimmed, of at most fifty lines."""
        lines = (" ".join(line.split())[:320] for line in (value or [])[:MOST])
        return list({line.casefold(): line for line in lines if line}.values())


def ask_for_more(form: forms.Form, name: str) -> None:
    """One more line in this field, if it is one of parties."""
    if name in KIND_OF:
        widget = form.fields[name].widget
        assert isinstance(widget, PartiesInput)
        widget.is_asking = True


def chosen_parties(actor: Actor, form: forms.Form) -> list[Person | Organisation]:
    """The parties that the valid form names; those that are not there yet are made once the editor has ticked `create`.

    Else adds an error for each (and one tick box for all) to the form.
    """
    asked = [(name, text) for name in KIND_OF for text in form.cleaned_data[name]]
    found = [(name, text, named(actor, KINDS[KIND_OF[name]], text)) for name, text in asked]
    if form.cleaned_data.get("create"):
        parties = [party or make_party(actor, form, name, KIND_OF[name], text) for name, text, party in found]
        return list(dict.fromkeys(party for party in parties if party is not None))
    unknown = [(name, text) for name, text, party in found if party is None]
    for name, text in unknown:
        refuse_unknown(form, name, text)
    if unknown:
        offer_to_create(form, (text for _name, text in unknown))
    return list(dict.fromkeys(party for _name, _text, party in found if party is not None))


def offer_to_create(form: forms.Form, names: Iterable[str]) -> None:
    """The tick box that makes new records of all these."""
    form.fields["create"] = create_field("”, “".join(names))


def unknown_names(actor: Actor, typed: Mapping[str, list[str]]) -> list[str]:
    """Of the lines that were typed into each field, those that name nobody beyond doubt."""
    return [
        text
        for name, lines in typed.items()
        for text in lines
        if text.strip() and named(actor, KINDS[KIND_OF[name]], text) is None
    ]
