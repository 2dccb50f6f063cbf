"""Offering an open seat to several officers, and what they said."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.offers import offer_seat, withdraw_offer
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.seats import Seat
from jembatan.deployment.queries.judged import Judged
from jembatan.deployment.queries.seat import why_of
from jembatan.deployment.queries.visible import visible_offers
from jembatan.deployment.web.pages.found import duty_found, on_clocks_of, roster_found
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast

CHOICE = 20
HOURS = (1, 3, 12, 24)


@desk_page
def offer(request: DeskRequest, actor: Actor, roster_id: int, duty_id: int, number: int) -> HttpResponse:
    """GET: those whom no rule refuses. POST: the chosen ones are asked."""
    require_officer(actor)
    roster = roster_found(actor, roster_id)
    duty = duty_found(roster, duty_id)
    if request.method == "POST":
        chosen = [pk for text in request.POST.getlist("officer") if (pk := record_number(text)) is not None]
        hours = record_number(request.POST.get("hours", "")) or HOURS[1]
        until = timezone.now() + timedelta(hours=min(hours, HOURS[-1]))
        try:
            made, letters = offer_seat(actor, roster, Seat(duty.pk, number), chosen, until=until)
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
        else:
            sent = sum(not each.trouble for each in letters)
            toast(
                request,
                ngettext("%(count)s officer is asked.", "%(count)s officers are asked.", sent)
                % {"count": sent},
            )
            return redirect("deployment:offer_answers", offer_id=made.pk)
    judged = Judged(roster)
    found = judged.could_take(duty.pk, limit=CHOICE) if duty.pk in judged.standing.instance.duty else []
    context = {
        "programme": roster.programme,
        "roster": roster,
        "duty": duty,
        "number": number,
        "choice": [why_of(each) for each in found],
        "hours": HOURS,
    }
    return render(request, "deployment/offer.html", context)


@desk_page
def offer_answers(request: DeskRequest, actor: Actor, offer_id: int) -> HttpResponse:
    """Who was asked, and what they said."""
    shown = get_object_or_404(visible_offers(actor), pk=offer_id)
    on_clocks_of(shown.roster.programme)
    context = {
        "programme": shown.roster.programme,
        "offer": shown,
        "over": shown.until <= timezone.now(),
        "asked": shown.asked.select_related("officer").order_by("answered_at", "officer__full_name"),
    }
    return render(request, "deployment/offer_answers.html", context)


@require_POST
@desk_page
def withdrawal(request: HttpRequest, actor: Actor, offer_id: int) -> HttpResponse:
    """Nobody can accept it any more."""
    require_officer(actor)
    shown = get_object_or_404(visible_offers(actor), pk=offer_id)
    on_clocks_of(shown.roster.programme)
    try:
        withdraw_offer(actor, shown)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The offer is withdrawn."))
    return redirect("deployment:offer_answers", offer_id=shown.pk)
