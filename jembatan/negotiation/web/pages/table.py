"""Parties, interests, issues and red lines of a sheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.queries.candidates import candidates
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.actions.table import (
    add_interest,
    add_issue,
    add_party,
    mark_red_line,
    remove_interest,
    remove_issue,
    remove_party,
)
from jembatan.negotiation.models import Interest, Option
from jembatan.negotiation.web.forms import InterestForm, IssueForm
from jembatan.negotiation.web.pages.found import found
from jembatan.negotiation.web.pages.sheet import context_of
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def parties(request: DeskRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """GET finds organisations by `?name=`; POST gives the chosen one a seat."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    if request.method == "POST":
        number = record_number(request.POST.get("organisation", "")) or 0
        organisation = get_object_or_404(visible_organisations(actor), pk=number)
        try:
            add_party(actor, shown, organisation)
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
        else:
            toast(request, _("%(name)s is at the table now.") % {"name": organisation})
        return redirect("negotiation:negotiation", negotiation_id=shown.pk)
    name = request.GET.get("name", "")
    known = set(shown.parties.values_list("organisation", flat=True))
    rows = [each for each in candidates(actor, name) if isinstance(each, Organisation)]
    context = {
        "negotiation": shown,
        "name": name,
        "candidates": [{"party": each, "known": each.pk in known} for each in rows],
    }
    part = "#candidates" if request.htmx and "name" in request.GET else ""
    return render(request, f"negotiation/parties.html{part}", context)


@require_POST
@desk_page
def party_removal(request: HttpRequest, actor: Actor, negotiation_id: int, seat_id: int) -> HttpResponse:
    """It is not at the table."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    party = get_object_or_404(shown.parties, pk=seat_id)
    try:
        remove_party(actor, party)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        back = {"organisation": str(party.organisation_id or "")}
        undo = reverse("negotiation:parties", args=[shown.pk]) if party.organisation_id else ""
        toast(
            request,
            _("%(name)s is not at the table any more.") % {"name": party},
            undo=undo,
            undo_fields=back,
        )
    return redirect("negotiation:negotiation", negotiation_id=shown.pk)


@require_POST
@desk_page
def interest(request: HttpRequest, actor: Actor, negotiation_id: int, seat_id: int) -> HttpResponse:
    """What a party is after."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    party = get_object_or_404(shown.parties, pk=seat_id)
    form = InterestForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            add_interest(actor, party, said["text"], basis=said["basis"], source=said["source"])
        except Refused as refusal:
            form.add_error("source", str(refusal))
        else:
            return redirect(f"{_sheet(shown.pk)}#seat-{party.pk}")
    context = context_of(request, shown, refused_interest=form, refused_seat=party.pk)
    return render(request, "negotiation/negotiation.html", context, status=422)


@require_POST
@desk_page
def interest_removal(
    request: HttpRequest, actor: Actor, negotiation_id: int, interest_id: int
) -> HttpResponse:
    """It was a mistake, or is no more."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    gone = get_object_or_404(Interest.objects.filter(party__negotiation=shown), pk=interest_id)
    fields = {"text": gone.text, "basis": gone.basis, "source": gone.source}
    undo = reverse("negotiation:interest", args=[shown.pk, gone.party_id])
    remove_interest(actor, gone)
    toast(request, _("Interest removed."), undo=undo, undo_fields=fields)
    return redirect("negotiation:negotiation", negotiation_id=shown.pk)


@require_POST
@desk_page
def issue(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """Something to agree on."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    form = IssueForm(request.POST)
    if form.is_valid():
        try:
            add_issue(actor, shown, form.cleaned_data["name"], form.cleaned_data["options"].splitlines())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(f"{_sheet(shown.pk)}#issues")
    context = context_of(request, shown, issue_form=form)
    return render(request, "negotiation/negotiation.html", context, status=422)


@require_POST
@desk_page
def issue_removal(request: HttpRequest, actor: Actor, negotiation_id: int, issue_id: int) -> HttpResponse:
    """It is not negotiated."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    gone = get_object_or_404(shown.issues, pk=issue_id)
    fields = {"name": gone.name, "options": "\n".join(option.name for option in gone.options.order_by("pk"))}
    try:
        remove_issue(actor, gone)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("negotiation:issue", args=[shown.pk])
        toast(
            request,
            _("“%(issue)s” is not negotiated any more.") % {"issue": gone},
            undo=undo,
            undo_fields=fields,
        )
    return redirect("negotiation:negotiation", negotiation_id=shown.pk)


@require_POST
@desk_page
def red_line(request: HttpRequest, actor: Actor, negotiation_id: int, option_id: int) -> HttpResponse:
    """`red` says whether the option is one."""
    require_officer(actor)
    shown = found(actor, negotiation_id)
    option = get_object_or_404(Option.objects.filter(issue__negotiation=shown), pk=option_id)
    red = request.POST.get("red") == "yes"
    try:
        mark_red_line(actor, option, red=red)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = _("“%(option)s” is a red line now.") if red else _("“%(option)s” is no red line any more.")
        undo = reverse("negotiation:red_line", args=[shown.pk, option.pk])
        toast(request, told % {"option": option}, undo=undo, undo_fields={"red": "no" if red else "yes"})
    return redirect(f"{_sheet(shown.pk)}#issues")


def _sheet(negotiation_id: int) -> str:
    return reverse("negotiation:negotiation", args=[negotiation_id])
