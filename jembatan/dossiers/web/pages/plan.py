"""The plan of a matter: who does what until when, drawn as a strip."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Step
from jembatan.dossiers.queries.conflicts import conflicts_of
from jembatan.dossiers.queries.follow_up import follow_ups_of, link_of, waiting_answers
from jembatan.dossiers.queries.objectives import objectives_of
from jembatan.dossiers.queries.plan import planned, steps_of
from jembatan.dossiers.queries.strip import strip
from jembatan.dossiers.web.pages.found import found
from jembatan.platform.ui.guard import desk_page


@desk_page
def plan(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The page."""
    dossier, today = found(actor, dossier_id), timezone.localdate()
    steps, objectives = list(steps_of(dossier)), objectives_of(dossier)
    links = follow_ups_of(dossier) if actor.may_send else []
    context = {
        "answers": waiting_answers(dossier),
        "links": [{"follow_up": each, "link": link_of(each)} for each in links],
        "may_link": any(step.theirs for step in steps),
        "dossier": dossier,
        "objectives": objectives,
        "conflicts": conflicts_of(dossier) if objectives else [],
        "interests": dossier.interests.order_by("pk"),
        "strip": strip(planned(steps, today), today),
        "dropped": [step for step in steps if step.state == Step.State.DROPPED],
    }
    return render(request, "dossiers/plan/plan.html", context)
