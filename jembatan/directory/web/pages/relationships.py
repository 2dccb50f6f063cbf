"""Relationships between two people."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.relationships import relate
from jembatan.directory.models import Person, Relationship
from jembatan.directory.queries.visible import visible_people
from jembatan.directory.web.parties import address_of
from jembatan.directory.web.party_field import chosen, create_field, party_field
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class RelationshipForm(forms.Form):
    """Reads as a sentence: this person is the … of …."""

    kind = forms.ChoiceField(label=gettext_lazy("Is"), choices=Relationship.Kind.choices)
    other = party_field("people", gettext_lazy("Person"))


@desk_page
def new_relationship(request: HttpRequest, actor: Actor, person_id: int) -> HttpResponse:
    """The form, and its saving: a person who is not there yet can be made on the way."""
    require_writer(actor)
    person = get_object_or_404(visible_people(actor), pk=person_id)
    form = RelationshipForm(request.POST or None)
    if "create" in request.POST:
        form.fields["create"] = create_field(request.POST.get("other", ""))
    if request.method == "POST" and form.is_valid():
        relationship = _relate(actor, person, form)
        if relationship is not None:
            undo = reverse("directory:detail_removal", args=["relationships", relationship.pk])
            toast(request, _("The relationship is recorded."), undo=undo)
            return redirect(address_of(person))
    context = {
        "form": form,
        "title": _("Whom does %(name)s work with?") % {"name": person},
        "back": address_of(person),
    }
    return render(request, "directory/detail_form.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _relate(actor: Actor, person: Person, form: RelationshipForm) -> Relationship | None:
    other = chosen(actor, form, "other", "people")
    if not isinstance(other, Person):
        return None
    try:
        return relate(actor, person, other, kind=Relationship.Kind(form.cleaned_data["kind"]))
    except ValidationError as fault:
        form.add_error(None, fault)
        return None
