"""With whom the matter is: finding a party, adding and removing it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.parties import PartyOfAnotherDesk, add_party, remove_party
from jembatan.dossiers.queries.candidates import candidates
from jembatan.dossiers.queries.listing import parties_of
from jembatan.dossiers.web.pages.found import found
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def parties(request: DeskRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """GET finds by `?name=`; POST adds the chosen one ("person:17")."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    if request.method == "POST":
        party = _party(actor, request.POST.get("party", ""))
        try:
            add_party(actor, dossier, party)
        except PartyOfAnotherDesk as refusal:
            toast(request, str(refusal), tone="danger")
        else:
            toast(request, _("%(name)s is a party to this dossier now.") % {"name": party})
        return redirect("dossiers:dossier", dossier_id=dossier.pk)
    name = request.GET.get("name", "")
    known = {row.party for row in parties_of(dossier)}
    context = {
        "dossier": dossier,
        "name": name,
        "candidates": [
            {"party": party, "key": _key(party), "person": isinstance(party, Person), "known": party in known}
            for party in candidates(actor, name)
        ],
    }
    template = (
        "dossiers/parties.html#candidates"
        if request.htmx and "name" in request.GET
        else "dossiers/parties.html"
    )
    return render(request, template, context)


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """It is no party any more."""
    dossier = found(actor, dossier_id)
    party = _party(actor, request.POST.get("party", ""))
    remove_party(actor, dossier, party)
    toast(
        request,
        _("%(name)s is no longer a party to this dossier.") % {"name": party},
        undo=reverse("dossiers:parties", args=[dossier.pk]),
        undo_fields={"party": _key(party)},
    )
    return redirect("dossiers:dossier", dossier_id=dossier.pk)


def _key(party: Organisation | Person) -> str:
    return f"{'person' if isinstance(party, Person) else 'organisation'}:{party.pk}"


def _party(actor: Actor, key: str) -> Organisation | Person:
    kind, _colon, number = key.partition(":")
    pk = record_number(number) or 0
    if kind == "person":
        return get_object_or_404(Person, pk=pk, desk=actor.desk)
    return get_object_or_404(Organisation, pk=pk, desk=actor.desk)
