"""What recruitment shows on a programme's page: its calls, trainings and badges."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import Programme
from jembatan.recruitment.queries.visible import visible_calls


def recruitment_of_programme(request: HttpRequest, actor: Actor, subject: Programme) -> str:
    """The panel; nothing for those who may not write a call while there is none."""
    found = list(visible_calls(actor).filter(programme=subject).order_by("-opens", "-pk"))
    if not found and not actor.may_send:
        return ""
    return render_to_string(
        "recruitment/panel.html", {"calls": found, "programme": subject, "actor": actor}, request
    )
