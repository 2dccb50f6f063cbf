"""An open seat: somebody is found for it, who may have to pass a duty of theirs on, and everybody is told."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.refusals import AgainstTheRules, Refused
from jembatan.deployment.actions.replace import fill_seat
from jembatan.deployment.actions.seats import Seat
from jembatan.deployment.models import Proposal
from jembatan.deployment.web.pages.found import duty_found, roster_found
from jembatan.deployment.web.pages.proposals import chosen_in, done_with, form_of, words_in
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def filling(request: DeskRequest, actor: Actor, roster_id: int, duty_id: int, number: int) -> HttpResponse:
    """GET: who could take it, and what would change with that. POST: it is done, and everybody told."""
    require_officer(actor)
    roster = roster_found(actor, roster_id)
    duty = duty_found(roster, duty_id)
    seat = reverse("deployment:seat", args=[roster.pk, duty.pk, number])
    open_seat = Proposal(
        desk=roster.desk, programme=roster.programme, cause=Proposal.Cause.OPEN, duty=duty, seat=number
    )
    more: dict[str, object] = {"back": seat}
    if request.method == "POST":
        try:
            done = fill_seat(
                actor, roster, Seat(duty.pk, number), chosen_in(request), words=words_in(request)
            )
        except AgainstTheRules as refusal:
            return form_of(request, roster, open_seat, more | {"refused": refusal})
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
            return redirect(seat)
        return done_with(request, done)
    return form_of(request, roster, open_seat, more)
