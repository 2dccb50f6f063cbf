"""With whom the matter is: finding a party, adding and removing it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.dossiers.actions.parties import PartyOfAnotherDesk, add_party, remove_party
from jembatan.dossiers.queries.candidates import candidates
from jembatan.dossiers.queries.listing import parties_of
from jembatan.dossiers.web.pages.found import found
from jembatan.dossiers.web.party_keys import Party, key_of, party_of
from jembatan.platform.access import require_writer
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
            {
                "party": party,
                "key": key_of(party),
                "person": isinstance(party, Person),
                "known": party in known,
            }
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
        undo_fields={"party": key_of(party)},
    )
    return redirect("dossiers:dossier", dossier_id=dossier.pk)


def _party(actor: Actor, key: str) -> Party:
    party = party_of(key, desk_id=actor.desk.pk)
    if party is None:
        raise Http404
    return party
