"""What recruitment shows on a programme's page: its calls, trainings and badges; on an officer's, the photo of the badge."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import Officer, Programme
from jembatan.recruitment.models import BadgePhoto
from jembatan.recruitment.queries.visible import pictures_of, visible_calls
from jembatan.recruitment.web.uploads import photo_hint


def recruitment_of_programme(request: HttpRequest, actor: Actor, subject: Programme) -> str:
    """The panel; nothing for those who may not write a call while there is none."""
    found = list(visible_calls(actor).filter(programme=subject).order_by("-opens", "-pk"))
    if not found and not actor.may_send:
        return ""
    return render_to_string(
        "recruitment/panel.html", {"calls": found, "programme": subject, "actor": actor}, request
    )


def photo_of_officer(request: HttpRequest, actor: Actor, subject: Officer) -> str:
    """For those who print badges."""
    if not actor.may_send:
        return ""
    context = {
        "officer": subject,
        "photo": BadgePhoto.objects.filter(officer=subject).first(),
        "pictures": pictures_of(actor, subject),
        "hint": photo_hint(),
    }
    return render_to_string("recruitment/photo.html", context, request)
