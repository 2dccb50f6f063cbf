"""What the register of statements shows on the pages of others."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.statement_ties import statements_of_thread
from jembatan.correspondence.queries.statements import open_requests
from jembatan.correspondence.web.anything import anything_once
from jembatan.platform.seldom import seldom

SHOWN = 7


def requests_waiting(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Requests of other bodies that nobody has answered, the nearest deadline first."""
    waiting = seldom(open_requests(actor), SHOWN + 1) if anything_once(request, actor).requests else []
    if not waiting:
        return ""
    context = {
        "title": _("Statements that wait for our answer"),
        "statements": waiting[:SHOWN],
        "all": reverse("correspondence:statements") if len(waiting) > SHOWN else "",
    }
    return render_to_string("correspondence/panels.html#statements", context, request)


def statements_of_conversation(request: HttpRequest, actor: Actor, subject: Thread) -> str:
    """Statements that came or left by its mail."""
    found = seldom(statements_of_thread(actor, subject))
    context = {"title": _("Statements"), "statements": found}
    return render_to_string("correspondence/panels.html#statements", context, request) if found else ""
