"""What programmes show on a dossier's page: those that stand in it."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.programmes.queries.visible import listed

SHOWN = 10


def programmes_of_dossier(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """The panel; nothing while there are none."""
    found = list(listed(actor, dossier=subject)[:SHOWN])
    if not found:
        return ""
    return render_to_string("programmes/panel.html", {"programmes": found, "actor": actor}, request)
