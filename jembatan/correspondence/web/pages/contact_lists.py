"""Lists of contacts: who is on them, and who of them has agreed to announcements."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.consents import record_consents
from jembatan.correspondence.actions.announcements.lists import keep_list, put_on_list, take_off_list
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Consent, ContactList
from jembatan.correspondence.queries.announcements.consents import consents_of
from jembatan.correspondence.queries.announcements.visible import contact_lists as lists_of
from jembatan.correspondence.queries.announcements.visible import people_on
from jembatan.correspondence.web.announcement_form import ListForm
from jembatan.correspondence.web.consent_form import AGREED
from jembatan.directory.models import Person
from jembatan.directory.queries.naming import named
from jembatan.directory.queries.visible import visible_people
from jembatan.directory.web.party_field import party_field, refuse_unknown
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

SHOWN = 500


class MemberForm(forms.Form):
    """Somebody of the directory."""

    person = party_field("people", gettext_lazy("Person"))


class AgreedForm(forms.Form):
    """How the desk knows that the people of a list have agreed."""

    how = forms.ChoiceField(label=gettext_lazy("How we know"), choices=AGREED)
    words = forms.CharField(label=gettext_lazy("Remark"), max_length=300, required=False)


@desk_page
def contact_lists(request: HttpRequest, actor: Actor) -> HttpResponse:
    """By name."""
    return render(request, "correspondence/contact_lists.html", {"rows": lists_of(actor)})


@desk_page
def list_facts(request: HttpRequest, actor: Actor, list_id: int | None = None) -> HttpResponse:
    """A new list, or an existing one changed."""
    require_writer(actor)
    stored = get_object_or_404(lists_of(actor), pk=list_id) if list_id else None
    form = ListForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep_list(actor, stored, form.content)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The list is saved."))
            return redirect("correspondence:contact_list", list_id=kept.pk)
    context = {"form": form, "contacts": stored}
    return render(request, "correspondence/list_facts.html", context, status=422 if form.errors else 200)


@desk_page
def contact_list(request: HttpRequest, actor: Actor, list_id: int) -> HttpResponse:
    """GET: who is on it today. POST: somebody more."""
    found = get_object_or_404(lists_of(actor), pk=list_id)
    if request.method != "POST":
        return _page(request, actor, found, MemberForm())
    require_writer(actor)
    form = MemberForm(request.POST)
    if not form.is_valid():
        return _page(request, actor, found, form)
    person = named(actor, Person, form.cleaned_data["person"])
    if person is None:
        refuse_unknown(form, "person", form.cleaned_data["person"])
        return _page(request, actor, found, form)
    put_on_list(actor, found, person)
    removal = reverse("correspondence:list_member_removal", args=[found.pk, person.pk])
    toast(request, _("%(name)s is on the list.") % {"name": person.full_name}, undo=removal)
    return redirect("correspondence:contact_list", list_id=found.pk)


@require_POST
@desk_page
def member_removal(request: HttpRequest, actor: Actor, list_id: int, person_id: int) -> HttpResponse:
    """Off the list; the toast puts them on it again."""
    found = get_object_or_404(lists_of(actor), pk=list_id)
    person = get_object_or_404(visible_people(actor), pk=person_id)
    take_off_list(actor, found, person)
    toast(
        request,
        _("%(name)s is off the list.") % {"name": person.full_name},
        undo=reverse("correspondence:contact_list", args=[found.pk]),
        undo_fields={"person": f"{person.full_name} #{person.pk}"},
    )
    return redirect("correspondence:contact_list", list_id=found.pk)


@require_POST
@desk_page
def list_consents(request: HttpRequest, actor: Actor, list_id: int) -> HttpResponse:
    """All of them have agreed; whoever has said no before still has."""
    found = get_object_or_404(lists_of(actor), pk=list_id)
    form = AgreedForm(request.POST)
    if form.is_valid():
        people = list(people_on(actor, found))
        known = consents_of(actor.desk, [person.pk for person in people])
        unknown = [person for person in people if person.pk not in known]
        how, words = Consent.How(form.cleaned_data["how"]), form.cleaned_data["words"]
        record_consents(actor, unknown, wishes=True, how=how, words=words)
        toast(request, _("Recorded."))
    return redirect("correspondence:contact_list", list_id=found.pk)


def _page(request: HttpRequest, actor: Actor, found: ContactList, form: MemberForm) -> HttpResponse:
    people = list(people_on(actor, found)[:SHOWN])
    consents = consents_of(actor.desk, [person.pk for person in people])
    named_ones = set(found.members.values_list("pk", flat=True))
    context = {
        "contacts": found,
        "rows": [
            {"person": person, "consent": consents.get(person.pk), "is_named": person.pk in named_ones}
            for person in people
        ],
        "unknown": sum(person.pk not in consents for person in people),
        "form": form,
        "agreed_form": AgreedForm(),
    }
    return render(request, "correspondence/contact_list.html", context, status=422 if form.errors else 200)
