"""What negotiations show on a dossier's page: those that stand in it, and the way to begin one."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.negotiation.queries.visible import listed

SHOWN = 10


def negotiations_of_dossier(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """The panel; nothing for those who may not begin one while there are none."""
    found = list(listed(actor, dossier=subject)[:SHOWN])
    if not found and not actor.may_send:
        return ""
    context = {"negotiations": found, "dossier": subject, "actor": actor}
    return render_to_string("negotiation/panel.html", context, request)
