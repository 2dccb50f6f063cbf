"""Who is on duty today, what is proposed for those who cannot come, and what nobody has acknowledged."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Handover
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.on_duty import on_duty as those_on_duty
from jembatan.deployment.queries.proposals import open_proposals
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.deployment.web.pages.found import programme_found
from jembatan.platform.ui.guard import DeskRequest, desk_page

SHOWN = 20


@desk_page
def on_duty(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """Today's officers, `?q=` by name; for those who may decide, the proposals; what was handed on lately and nobody has acknowledged."""
    programme = programme_found(actor, programme_id)
    roster = roster_at_work(programme)
    day = clockwork(programme).today(timezone.now())
    name = request.GET.get("q", "").strip()[:100]
    people, count = those_on_duty(roster, day, name=name) if roster else ([], 0)
    waiting = Handover.objects.filter(roster__programme=programme, acknowledged_at__isnull=True)
    context = {
        "programme": programme,
        "roster": roster,
        "day": day,
        "people": people,
        "more": count - len(people),
        "q": name,
        "handovers": waiting.select_related("incoming", "outgoing", "delegation").order_by("-made_at")[
            :SHOWN
        ],
        "proposals": open_proposals(actor, programme)[:SHOWN] if actor.may_send else [],
    }
    return render(request, "deployment/on_duty.html", context)
