"""Who is on duty, and replacing whoever cannot come: three taps on a telephone."""

from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.refusals import AgainstTheRules, Refused
from jembatan.deployment.actions.replace import Missing, Replaced, replace_officer
from jembatan.deployment.models import Handover, Roster
from jembatan.deployment.queries.absent import proposal, seats_left
from jembatan.deployment.queries.clockwork import Clockwork, clockwork
from jembatan.deployment.queries.on_duty import on_duty as those_on_duty
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.deployment.web.pages.found import programme_found
from jembatan.deployment.web.pages.seats import wanted_in
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.models import Absence, Officer, Programme

LONGEST_WORDS = 2000
LASTS = {"today": 0, "two": 1, "three": 2, "week": 6}
"""How many days after today an absence goes on."""


@desk_page
def on_duty(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """Today's officers, `?q=` by name; what was handed on lately and nobody has acknowledged."""
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
        "handovers": waiting.select_related("incoming", "outgoing", "delegation").order_by("-made_at")[:20],
    }
    return render(request, "deployment/on_duty.html", context)


@desk_page
def replacement(request: DeskRequest, actor: Actor, programme_id: int, officer_id: int) -> HttpResponse:
    """GET: who could take which seat, the best chosen already; `?lasts=` says how long. POST: it is done, and everybody told."""
    require_officer(actor)
    programme = programme_found(actor, programme_id)
    roster = roster_at_work(programme)
    officer = get_object_or_404(Officer, programme=programme, pk=officer_id)
    if roster is None:
        toast(request, _("There is no roster yet."), tone="danger")
        return redirect("deployment:rosters", programme_id=programme.pk)
    asked = request.POST if request.method == "POST" else request.GET
    missing = _missing(officer, asked.get("lasts", ""), asked.get("reason", ""), clockwork(programme))
    if request.method == "POST":
        words = request.POST.get("words", "")[:LONGEST_WORDS]
        try:
            replaced = replace_officer(actor, roster, missing, wanted_in(request.POST), words=words)
        except AgainstTheRules as refusal:
            return _proposed(request, roster, missing, refused=refusal, words=words)
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
            return _proposed(request, roster, missing, words=words)
        return _done(request, programme, roster, missing, replaced)
    return _proposed(request, roster, missing)


def _missing(officer: Officer, lasts: str, reason: str, clock: Clockwork) -> Missing:
    """From now on, or from the programme's first midnight where it is still to come."""
    now = timezone.now().replace(second=0, microsecond=0)
    since = max(now, clock.midnight)
    last = since.astimezone(clock.zone).date() + timedelta(days=LASTS.get(lasts, 0) + 1)
    return Missing(
        officer=officer,
        since=since,
        until=datetime.combine(last, time(), clock.zone),
        reason=Absence.Reason.OTHER if reason == "other" else Absence.Reason.ILL,
        no_show=reason == "no_show",
    )


def _proposed(request: DeskRequest, roster: Roster, missing: Missing, **more: Any) -> HttpResponse:
    left = seats_left(roster, missing.officer, since=missing.since, until=missing.until)
    context = {
        "programme": roster.programme,
        "roster": roster,
        "officer": missing.officer,
        "proposed": proposal(roster, left),
        "left_over": max(len(left) - 5, 0),
        "lasts": request.GET.get("lasts") or request.POST.get("lasts") or "today",
        "reason": request.GET.get("reason") or request.POST.get("reason") or "ill",
        **more,
    }
    return render(request, "deployment/replacement.html", context, status=422 if more.get("refused") else 200)


def _done(
    request: DeskRequest, programme: Programme, roster: Roster, missing: Missing, replaced: Replaced
) -> HttpResponse:
    context = {"programme": programme, "roster": roster, "officer": missing.officer, "replaced": replaced}
    return render(request, "deployment/replaced.html", context)
