"""The signal that an address names, and the page that one came from."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.platform.ui.returning import came_from
from jembatan.radar.models import Signal
from jembatan.radar.queries.visible import visible_signals


def signal_or_404(actor: Actor, signal_id: int) -> Signal:
    """One that the actor sees."""
    found = visible_signals(actor).filter(pk=signal_id).first()
    if found is None:
        raise Http404
    return found


def page_before(request: HttpRequest) -> str:
    """Where the form was shown; the list without one."""
    return came_from(request, default=reverse("radar:signals"))
