"""What waits for a clearance, on Today and above the inbox."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.clearance.asked import decided_for, waiting_for
from jembatan.correspondence.web.anything import anything_once
from jembatan.platform.seldom import seldom

SHOWN = 5


def waiting_clearances(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Mail that the actor is asked to clear, and what came back to the actor."""
    if not actor.may_write or not anything_once(request, actor).clearances:
        return ""
    waiting = seldom(waiting_for(actor), SHOWN + 1)
    decided = seldom(decided_for(actor), SHOWN)
    count = len(waiting) if len(waiting) <= SHOWN else waiting_for(actor).count()
    context = {"waiting": waiting[:SHOWN], "count": count, "decided": decided}
    return (
        render_to_string("correspondence/clearance/waiting.html", context, request)
        if waiting or decided
        else ""
    )
