"""The promise that an address names, and the page that one came from."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment
from jembatan.commitments.queries.visible import visible_commitments
from jembatan.platform.ui.returning import came_from


def promise_or_404(actor: Actor, commitment_id: int) -> Commitment:
    """One that the actor sees."""
    found = visible_commitments(actor).filter(pk=commitment_id).first()
    if found is None:
        raise Http404
    return found


def page_before(request: HttpRequest, commitment: Commitment) -> str:
    """Where the form was shown; the promise's own page without one."""
    return came_from(request, default=reverse("commitments:promise", args=[commitment.pk]))
