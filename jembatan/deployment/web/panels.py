"""What deployment shows on a programme's page: its tabs."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import Programme


def tabs_of_programme(request: HttpRequest, actor: Actor, subject: Programme) -> str:
    """The board and what belongs to it; the open one is told by its address."""
    match = request.resolver_match
    here = match.view_name if match else ""
    return render_to_string("deployment/tabs.html", {"programme": subject, "here": here}, request)
