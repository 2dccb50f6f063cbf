"""The list of dossiers: the open ones, or those that are closed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.dossiers.queries.listing import dossier_page
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url


@desk_page
def dossiers(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?state=closed` shows the closed ones; with `after`, the next rows only."""
    closed, after = request.GET.get("state") == "closed", request.GET.get("after", "")
    page = dossier_page(actor, closed=closed, after=after)
    context = {
        "dossiers": page.rows,
        "closed": closed,
        "more_url": more_url(request.path, page.next_after, state="closed" if closed else ""),
    }
    return render(request, "dossiers/dossiers.html#rows" if after else "dossiers/dossiers.html", context)
