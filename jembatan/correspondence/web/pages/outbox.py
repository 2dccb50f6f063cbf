"""Drafts, and what waits in the outbox."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.drafts import open_drafts
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page


@desk_page
def outbox(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is being written, the latest first."""
    require_writer(actor)
    return render(request, "correspondence/outbox.html", {"drafts": open_drafts(actor)[:100]})
