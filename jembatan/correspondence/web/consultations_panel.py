"""What came back of the questions that a member has asked, on Today."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.consultation.visible import standing_for
from jembatan.correspondence.web.anything import anything_once
from jembatan.correspondence.web.consultation_place import place_of
from jembatan.platform.seldom import seldom

SHOWN = 7


def standing_consultations(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Until the asker closes them."""
    found = seldom(standing_for(actor), SHOWN) if anything_once(request, actor).consultations else []
    context = {"consultations": [(each, place_of(each)) for each in found]}
    return render_to_string("correspondence/consultation/standing.html", context, request) if found else ""
