"""Inline edit: the form of one field, its saving, and the choice when somebody else was faster."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.edits import Change, Conflict
from jembatan.directory.actions.field_rules import EDITABLE
from jembatan.directory.actions.fields import change_field
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.field_text import as_read, as_typed, label_of
from jembatan.directory.web.field_controls import control_for
from jembatan.directory.web.parties import address_of, kind_of, party_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.inline_edit import Shown, shown_again
from jembatan.platform.ui.toasts import toast

# Fields that the head of the page repeats in other words: after them the page is shown anew.
IN_HEAD = frozenset(
    {
        "full_name",
        "titles_before",
        "degrees_after",
        "form_of_address",
        "call_name",
        "native_name",
        "name",
        "short_name",
        "parent",
        "time_zone",
        "country",
        "marking",
        "kind",
    }
)


NAMED = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """Fields of a party: those that say something, and those still to be filled."""

    known: list[Shown]
    missing: list[Shown]

    @property
    def named(self) -> str:
        """What is still to be filled, in a few words."""
        labels = [field.label for field in self.missing[:NAMED]]
        return ", ".join(labels) + (" …" if len(self.missing) > NAMED else "")


class FieldForm(forms.Form):
    """What the editor typed, and what was there when the form was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    value = forms.CharField(required=False, strip=False)
    confirmed = forms.BooleanField(required=False)


@desk_page
def field(request: DeskRequest, actor: Actor, kind: str, party_id: int, field: str) -> HttpResponse:
    """GET gives the form (a page of its own without script), POST saves; 409 shows both values, 422 says what is wrong."""
    require_writer(actor)
    party = party_or_404(actor, kind, party_id)
    if field not in EDITABLE[type(party)]:
        raise Http404
    if request.method != "POST":
        return _form(request, party, field)
    if "keep" in request.POST:
        return _done(request, actor, party, field)
    form = FieldForm(request.POST)
    if not form.is_valid():
        return _form(request, party, field, status=422)
    try:
        change = _save(actor, party, field, form)
    except Conflict as conflict:
        return _form(request, party, field, typed=form["value"].value(), conflict=conflict, status=409)
    except ValidationError as fault:
        lowered = isinstance(fault, LoweredMarking)
        typed = form["value"].value()
        return _form(request, party, field, typed=typed, errors=fault.messages, lowered=lowered, status=422)
    party.refresh_from_db()
    _offer_undo(request, party, change)
    return _done(request, actor, party, field)


def shown(actor: Actor, party: Person | Organisation, name: str) -> Shown:
    """The field, editable only for those who may write and while the party is in the directory."""
    editable = actor.may_write and party.removed_at is None
    address = _address(party, name) if editable else ""
    return Shown(name, _label(party, name), as_read(party, name), address)


def facts_of(actor: Actor, party: Person | Organisation, names: Iterable[str]) -> Facts:
    """These fields, in their order."""
    fields = [shown(actor, party, name) for name in names]
    return Facts([each for each in fields if each.text], [each for each in fields if not each.text])


def _save(actor: Actor, party: Person | Organisation, field: str, form: FieldForm) -> Change:
    return change_field(
        actor,
        party,
        field=field,
        value=form.cleaned_data["value"],
        version=form.cleaned_data["version"],
        seen=form.cleaned_data["seen"],
        confirmed=form.cleaned_data["confirmed"],
    )


def _form(
    request: DeskRequest,
    party: Person | Organisation,
    field: str,
    *,
    typed: str | None = None,
    errors: list[str] | None = None,
    conflict: Conflict | None = None,
    lowered: bool = False,
    status: int = 200,
) -> HttpResponse:
    if conflict:
        party.refresh_from_db()
    context = {
        "party": party,
        "shown": Shown(field, _label(party, field), as_read(party, field), _address(party, field)),
        "control": control_for(party, field, typed=typed),
        "seen": as_typed(party, field),
        "errors": errors or [],
        "conflict": conflict,
        "lowered": lowered,
        "back": address_of(party),
    }
    template = "directory/field.html#form" if request.htmx else "directory/field.html"
    return render(request, template, context, status=status)


def _done(request: DeskRequest, actor: Actor, party: Person | Organisation, field: str) -> HttpResponse:
    value = shown(actor, party, field)
    return shown_again(request, value, page=address_of(party), anew=field in IN_HEAD)


def _offer_undo(request: DeskRequest, party: Person | Organisation, change: Change) -> None:
    if change.before == change.after:
        return
    undo = {
        "value": change.before,
        "version": str(change.version),
        "seen": change.after,
        "confirmed": "1",
    }
    label = _label(party, change.field)
    toast(
        request,
        _("%(field)s saved.") % {"field": label},
        undo=_address(party, change.field),
        undo_fields=undo,
    )


def _label(party: Person | Organisation, field: str) -> str:
    label = label_of(party, field)
    return label[:1].upper() + label[1:]


def _address(party: Person | Organisation, field: str) -> str:
    return reverse("directory:field", args=[kind_of(party), party.pk, field])
