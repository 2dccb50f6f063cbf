"""What officers see by their links: an offer, a handover, a broadcast. Opening one changes nothing: programs that look through mail open every link."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.deployment.actions import broadcasts, handing_over
from jembatan.deployment.actions.offers import LinkOver, answer_offer
from jembatan.deployment.actions.refusals import AgainstTheRules
from jembatan.deployment.actions.taking import TooLate
from jembatan.deployment.models import BroadcastReceiver, Handover, Offer, OfferedTo
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.links import BROADCAST, HANDOVER, ISSUE, OFFER
from jembatan.deployment.queries.own_words import rules_named
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.moments import day_text
from jembatan.platform.ui.outside import link_over, outside_page
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.desk_words import in_their_words


@outside_page(OFFER)
def outside_offer(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: the duty. POST: `answer` is yes or no."""
    rows = OfferedTo.objects.select_related("offer__roster__programme__desk", "offer__duty__place", "officer")
    row = rows.filter(pk=to.number).first()
    if row is None:
        return render(request, "ui/link_unreadable.html", status=404)
    return _theirs(request, row.offer.roster.programme, lambda: _offer(request, to, row))


def _offer(request: HttpRequest, to: LinkTo, row: OfferedTo) -> HttpResponse:
    refused: list[str] = []
    if request.method == "POST":
        try:
            answer_offer(to, accepted=request.POST.get("answer") == "yes")
            return redirect(request.path)
        except LinkOver:
            return _over(request)
        except TooLate:
            row.refresh_from_db()
        except AgainstTheRules as refusal:
            refused = rules_named(refusal.told)
    if row.answer != OfferedTo.Answer.ACCEPTED and (to.is_over or row.offer.state == Offer.State.WITHDRAWN):
        return _over(request)
    duty = row.offer.duty
    context = {
        "row": row,
        "duty": duty,
        "programme": row.offer.roster.programme,
        "when": f"{day_text(duty.day)}, {time_told(clockwork(row.offer.roster.programme), duty)}",
        "taken": Offer.objects.filter(pk=row.offer_id, state=Offer.State.TAKEN).exists(),
        "refused": refused,
    }
    return render(request, "deployment/outside_offer.html", context, status=422 if refused else 200)


@outside_page(HANDOVER)
def outside_handover(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: what is handed on. POST: they have read it."""
    rows = Handover.objects.select_related("roster__programme__desk", "incoming", "outgoing", "delegation")
    row = rows.filter(pk=to.number).first()
    if row is None:
        return render(request, "ui/link_unreadable.html", status=404)

    def answered() -> HttpResponse:
        if to.is_over or to.issue != row.issue:
            return _over(request)
        if request.method == "POST":
            handing_over.acknowledge(row)
            return redirect(request.path)
        return render(
            request, "deployment/outside_handover.html", {"handover": row, "programme": row.roster.programme}
        )

    return _theirs(request, row.roster.programme, answered)


@outside_page(BROADCAST)
def outside_broadcast(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: the message. POST: they have read it."""
    rows = BroadcastReceiver.objects.select_related("broadcast__programme__desk", "officer")
    row = rows.filter(pk=to.number).first()
    if row is None:
        return render(request, "ui/link_unreadable.html", status=404)

    def answered() -> HttpResponse:
        if to.is_over or to.issue != ISSUE:
            return _over(request)
        if request.method == "POST":
            broadcasts.acknowledge(row)
            return redirect(request.path)
        context = {"receiver": row, "broadcast": row.broadcast, "programme": row.broadcast.programme}
        return render(request, "deployment/outside_broadcast.html", context)

    return _theirs(request, row.broadcast.programme, answered)


def _theirs(request: HttpRequest, programme: Programme, answered: Callable[[], HttpResponse]) -> HttpResponse:
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    with in_their_words(programme, language=chosen if chosen in SUPPORTED else ""):
        return answered()


def _over(request: HttpRequest) -> HttpResponse:
    return link_over(request, ask=_("Ask whoever coordinates the officers of your programme."))
