"""The plan of a matter: who does what until when, drawn as a strip."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Step
from jembatan.dossiers.queries.objectives import objectives_of
from jembatan.dossiers.queries.plan import planned, steps_of
from jembatan.dossiers.queries.strip import strip
from jembatan.dossiers.web.pages.found import found
from jembatan.platform.ui.guard import desk_page


@desk_page
def plan(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The page."""
    dossier, today = found(actor, dossier_id), timezone.localdate()
    steps = list(steps_of(dossier))
    context = {
        "dossier": dossier,
        "objectives": objectives_of(dossier),
        "interests": dossier.interests.order_by("pk"),
        "strip": strip(planned(steps, today), today),
        "dropped": [step for step in steps if step.state == Step.State.DROPPED],
    }
    return render(request, "dossiers/plan/plan.html", context)
