"""What programmes show elsewhere: on a dossier's page those that stand in it, on Today who asks to be deleted."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.platform.seldom import seldom
from jembatan.programmes.queries.deletions import waiting_deletions
from jembatan.programmes.queries.visible import listed

SHOWN = 10
SHOWN_TODAY = 5


def programmes_of_dossier(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """The panel; nothing while there are none."""
    found = list(listed(actor, dossier=subject)[:SHOWN])
    if not found:
        return ""
    return render_to_string("programmes/panel.html", {"programmes": found, "actor": actor}, request)


def officers_who_ask_to_be_deleted(request: HttpRequest, actor: Actor, subject: object) -> str:
    """For those who may do it. One query where nobody asks."""
    waiting = seldom(waiting_deletions(actor), SHOWN_TODAY + 1) if actor.may_send else []
    context = {"deletions": waiting[:SHOWN_TODAY], "more": len(waiting) > SHOWN_TODAY}
    return render_to_string("programmes/deletions_today.html", context, request) if waiting else ""
