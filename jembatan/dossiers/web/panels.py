"""What dossiers show on the page of an organisation or person: the matters that it is party to."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.queries.listing import dossiers_of

SHOWN = 10


def dossiers_of_party(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """The panel; nothing while there are none."""
    dossiers = list(dossiers_of(actor, subject)[:SHOWN])
    return render_to_string("dossiers/panel.html", {"dossiers": dossiers}, request) if dossiers else ""
