"""All briefs: what is being written, what holds, what is over."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.writing.listing import listed
from jembatan.platform.ui.guard import desk_page


@desk_page
def briefs(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The nearest end first; what is over below."""
    standing, over = listed(actor)
    return render(request, "briefings/briefs.html", {"standing": standing, "over": over})
