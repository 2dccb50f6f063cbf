"""What deployment shows on others' pages: a programme's tabs, an officer's duties, and on Today whoever has to be replaced."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.deployment.queries.ahead import duties_ahead
from jembatan.deployment.queries.certificates import has_served
from jembatan.deployment.queries.proposals import open_proposals
from jembatan.platform.seldom import seldom
from jembatan.programmes.models import Officer, Programme

SHOWN = 5


def tabs_of_programme(request: HttpRequest, actor: Actor, subject: Programme) -> str:
    """The board and what belongs to it; the open one is told by its address."""
    match = request.resolver_match
    here = match.view_name if match else ""
    return render_to_string("deployment/tabs.html", {"programme": subject, "here": here}, request)


def duties_of_officer(request: HttpRequest, actor: Actor, subject: Officer) -> str:
    """What they still have to do."""
    duties, count = duties_ahead(subject)
    served = actor.may_send and has_served(subject)
    context = {"officer": subject, "duties": duties, "count": count, "served": served}
    return render_to_string("deployment/duties_ahead.html", context, request)


def somebody_to_replace(request: HttpRequest, actor: Actor, subject: object) -> str:
    """For those who may decide it. One query where nothing waits."""
    waiting = seldom(open_proposals(actor), SHOWN + 1) if actor.may_send else []
    context = {"proposals": waiting[:SHOWN], "more": len(waiting) > SHOWN}
    return render_to_string("deployment/today.html", context, request) if waiting else ""
