"""The dossier that an address names: 404 for those that the actor may not see."""

from django.shortcuts import get_object_or_404

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers


def found(actor: Actor, dossier_id: int) -> Dossier:
    """Raises `Http404`."""
    return get_object_or_404(visible_dossiers(actor), pk=dossier_id)
