"""Settings: the servers that take the desk's mail, and the addresses that it is from. The head's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.sending import all_addresses, servers
from jembatan.platform.access import require_head
from jembatan.platform.ui.guard import desk_page


@desk_page
def sending(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Both lists."""
    require_head(actor)
    context = {"servers": servers(actor), "addresses": all_addresses(actor)}
    return render(request, "correspondence/sending.html", context)
