"""Who changed what when, of a person or an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.directory.queries.history import history_of
from jembatan.directory.web.parties import address_of, party_or_404
from jembatan.platform.ui.guard import desk_page


@desk_page
def history(request: HttpRequest, actor: Actor, kind: str, party_id: int) -> HttpResponse:
    """Of one that was removed too."""
    party = party_or_404(actor, kind, party_id, removed_too=True)
    context = {"party": party, "lines": history_of(actor, party), "back": address_of(party)}
    return render(request, "directory/history.html", context)
