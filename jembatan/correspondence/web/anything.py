"""What panels of one page ask before they look closer."""

from django.http import HttpRequest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.anything import Anything, anything_at
from jembatan.platform.ui.once import once


def anything_once(request: HttpRequest, actor: Actor) -> Anything:
    """Asked once a page."""
    return once(request, "anything", lambda: anything_at(actor))
