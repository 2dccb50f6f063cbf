"""What dossiers show elsewhere: to an organisation or person the matters that it is party to, on Today what partners ask for."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.queries.follow_up import answers_for_us
from jembatan.dossiers.queries.listing import dossiers_of
from jembatan.platform.seldom import seldom

SHOWN, ANSWERS = 10, 5


def dossiers_of_party(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """The panel; nothing while there are none."""
    dossiers = list(dossiers_of(actor, subject)[:SHOWN])
    return render_to_string("dossiers/panel.html", {"dossiers": dossiers}, request) if dossiers else ""


def partners_say(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Today, for those who may settle it: what partners asked for by their links. One query where nothing waits."""
    answers = seldom(answers_for_us(actor), ANSWERS + 1) if actor.may_write else []
    context = {"answers": answers[:ANSWERS], "more": len(answers) > ANSWERS}
    return render_to_string("dossiers/follow_up/today.html", context, request) if answers else ""
