"""Who else is at a conversation: a beat of its open page, answered with the colleagues who are there; and what lists show of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.presence import look_at
from jembatan.correspondence.queries.presence import others_among, others_at
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.platform.ui.guard import desk_page


@require_POST
@desk_page
def presence(request: HttpRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """Every fifteen seconds from the page of a conversation, and from the composer of an answer to it."""
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    look_at(actor, thread)
    context = {"thread": thread, "others": others_at(actor, thread)}
    return render(request, "correspondence/presence.html#others", context)


@desk_page
def presences(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every twenty seconds from an open inbox, and when somebody has come: everyone who is at a conversation."""
    return render(request, "correspondence/presences.html", {"others": others_among(actor)})
