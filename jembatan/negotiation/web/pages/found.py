"""What an address names: 404 for those that the actor may not see, and for parts of another negotiation."""

from django.shortcuts import get_object_or_404

from jembatan.accounts.actor import Actor
from jembatan.negotiation.models import Negotiation
from jembatan.negotiation.queries.visible import visible_negotiations


def found(actor: Actor, negotiation_id: int) -> Negotiation:
    """Raises `Http404`."""
    return get_object_or_404(visible_negotiations(actor), pk=negotiation_id)
