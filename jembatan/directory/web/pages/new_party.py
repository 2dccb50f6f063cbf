"""A new person or organisation: the name is enough, and whoever looks alike is shown while it is typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.formats import places
from jembatan.directory.formats.courtesy import forms_of_address
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.similar import similar_organisations, similar_people
from jembatan.directory.web.parties import address_of, kind_of, kind_or_404
from jembatan.directory.web.party_field import chosen, create_field, party_field
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

UNKNOWN = ("", gettext_lazy("Unknown"))


class PersonForm(forms.Form):
    """What one usually knows when one meets somebody; the rest is filled in on the person's page."""

    full_name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=300,
        help_text=gettext_lazy("As the person writes it. One word is a name."),
    )
    form_of_address = forms.CharField(
        label=gettext_lazy("Form of address"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("For instance Bapak, Ibu, Yang Mulia."),
        widget=forms.TextInput({"list": "forms-of-address", "autocomplete": "off"}),
    )
    call_name = forms.CharField(
        label=gettext_lazy("Call name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("The part of the name that follows the form of address: Ibu Retno."),
    )
    email = forms.CharField(label=gettext_lazy("E-mail"), max_length=320, required=False)
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=80, required=False)
    organisation = party_field("organisations", gettext_lazy("Organisation"), required=False)
    position = forms.CharField(label=gettext_lazy("Position"), max_length=200, required=False)


class OrganisationForm(forms.Form):
    """What one usually knows of a body."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=300)
    short_name = forms.CharField(label=gettext_lazy("Short name"), max_length=80, required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=Organisation.Kind.choices, initial=Organisation.Kind.GOVERNMENT
    )
    parent = party_field("organisations", gettext_lazy("Part of"), required=False)
    domains = forms.CharField(
        label=gettext_lazy("Internet domains"),
        required=False,
        help_text=gettext_lazy("Mail from these domains belongs to it, for instance ministry.example."),
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        countries = places.countries(get_language() or "en")
        offer(self, "country", [UNKNOWN, *countries.items()])


@desk_page
def new_person(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form, and its saving: the organisation can be made on the way."""
    require_writer(actor)
    form = PersonForm(request.POST or None)
    if "create" in request.POST:
        form.fields["create"] = create_field(request.POST.get("organisation", ""))
    person = _person(actor, form) if request.method == "POST" and form.is_valid() else None
    return _answer(request, actor, form, person, kind="people")


@desk_page
def new_organisation(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form, and its saving."""
    require_writer(actor)
    form = OrganisationForm(request.POST or None)
    made = _organisation(actor, form) if request.method == "POST" and form.is_valid() else None
    return _answer(request, actor, form, made, kind="organisations")


@desk_page
def similar(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Those who may be the one that is being typed."""
    kind_or_404(kind)
    context = {"kind": kind, "similar": _similar(request, actor, kind)}
    return render(request, "directory/new_party.html#similar", context)


def _similar(request: HttpRequest, actor: Actor, kind: str) -> list[Person] | list[Organisation]:
    if kind == "people":
        name, email = request.GET.get("full_name", ""), request.GET.get("email", "")
        return similar_people(actor, name=name, email=email)
    return similar_organisations(actor, name=request.GET.get("name", ""))


@transaction.atomic
def _person(actor: Actor, form: PersonForm) -> Person | None:
    data = dict(form.cleaned_data)  # a refusal takes its field out of the form's own
    organisation = chosen(actor, form, "organisation", "organisations") if data["organisation"] else None
    if data["organisation"] and organisation is None:
        return None
    assert not isinstance(organisation, Person)
    fields = {name: data[name] for name in ("form_of_address", "call_name")}
    try:
        return add_person(
            actor,
            data["full_name"],
            fields=fields,
            email=data["email"],
            phone=data["phone"],
            organisation=organisation,
            position=data["position"],
        )
    except ValidationError as fault:
        transaction.set_rollback(True)
        _blame(form, fault)
        return None


def _organisation(actor: Actor, form: OrganisationForm) -> Organisation | None:
    fields = {name: value for name, value in form.cleaned_data.items() if name != "name"}
    try:
        return add_organisation(actor, form.cleaned_data["name"], fields=fields)
    except ValidationError as fault:
        _blame(form, fault)
        return None


def _blame(form: forms.Form, fault: ValidationError) -> None:
    """Show each fault at its field; those of a contact point (`value`) or a position have no field of that name here."""
    for field, messages in fault.message_dict.items() if hasattr(fault, "error_dict") else ():
        form.add_error(field if field in form.fields else None, messages)
    if not hasattr(fault, "error_dict"):
        form.add_error(None, fault.messages)


def _answer(
    request: HttpRequest, actor: Actor, form: forms.Form, made: Person | Organisation | None, *, kind: str
) -> HttpResponse:
    if made is None:
        context = {"form": form, "kind": kind, "forms_of_address": forms_of_address(actor.desk.country)}
        return render(request, "directory/new_party.html", context, status=422 if form.errors else 200)
    undo = reverse("directory:removal", args=[kind_of(made), made.pk])
    toast(request, _("%(name)s is in the directory.") % {"name": made}, undo=undo)
    return redirect(address_of(made))
