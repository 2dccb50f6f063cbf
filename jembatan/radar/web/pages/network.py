"""Who speaks with whom: a picture, and the same as a table."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.platform.ui.guard import desk_page
from jembatan.radar.queries.network import network_of


@desk_page
def network(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The page; the picture fetches its links."""
    found = network_of(actor)
    return render(request, "radar/network.html", {"network": found, "central": found.central(12)})


@desk_page
def links(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Nodes and links for the picture."""
    return JsonResponse(network_of(actor).as_json())
