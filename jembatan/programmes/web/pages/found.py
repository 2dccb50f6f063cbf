"""What an address names: 404 for those that the actor may not see."""

from django.shortcuts import get_object_or_404

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes


def found(actor: Actor, programme_id: int) -> Programme:
    """Raises `Http404`."""
    return get_object_or_404(visible_programmes(actor), pk=programme_id)
