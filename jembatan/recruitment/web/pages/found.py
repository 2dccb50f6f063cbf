"""What an address names: 404 for those that the actor may not see."""

from django.shortcuts import get_object_or_404

from jembatan.accounts.actor import Actor
from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.queries.visible import visible_applications, visible_calls


def call_found(actor: Actor, call_id: int) -> Call:
    """Raises `Http404`."""
    return get_object_or_404(visible_calls(actor), pk=call_id)


def application_found(actor: Actor, application_id: int) -> Application:
    """Raises `Http404`."""
    return get_object_or_404(visible_applications(actor), pk=application_id)
