"""Somebody cannot come, a movement or a duty changed, or a seat is open: what is proposed, and accepting it with one tap."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.letters import posted
from jembatan.deployment.actions.proposing import dismiss
from jembatan.deployment.actions.refusals import AgainstTheRules, Refused
from jembatan.deployment.actions.replace import accept, replace_officer
from jembatan.deployment.actions.seats import Seat
from jembatan.deployment.actions.taking_back import take_back, why_not_back
from jembatan.deployment.models import ACTIVE, Assignment, Proposal, Roster
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import Clockwork, clockwork
from jembatan.deployment.queries.mending import Lost, mending_of
from jembatan.deployment.queries.proposals import open_proposals, visible_proposals
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.deployment.web.pages.found import on_clocks_of, programme_found
from jembatan.deployment.web.pages.seats import PREFIX, wanted_in
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.models import MovementChange, Officer
from jembatan.programmes.queries.duty_words import duty_as_it_was, duty_changes_told
from jembatan.programmes.queries.movement_words import change_told

LONGEST_WORDS = 2000
LASTS = {"today": 0, "two": 1, "three": 2, "week": 6}
"""How many days after today an absence goes on."""


@desk_page
def replacement(request: DeskRequest, actor: Actor, programme_id: int, officer_id: int) -> HttpResponse:
    """GET: what would be proposed if they were away; `?lasts=` says how long. POST: it is done, and everybody told."""
    require_officer(actor)
    programme = programme_found(actor, programme_id)
    officer = get_object_or_404(Officer, programme=programme, pk=officer_id)
    if (roster := roster_at_work(programme)) is None:
        toast(request, _("There is no roster yet."), tone="danger")
        return redirect("deployment:rosters", programme_id=programme.pk)
    asked = request.POST if request.method == "POST" else request.GET
    lasts, reason = asked.get("lasts", ""), asked.get("reason", "")
    lasts = lasts if lasts in LASTS else "today"
    away = _away(officer, lasts, reason, clockwork(programme))
    more = {"lasts": lasts, "reason": away.cause, "spans": True}
    if request.method == "POST":
        try:
            done = replace_officer(actor, away, chosen_in(request), words=words_in(request))
        except AgainstTheRules as refusal:
            return form_of(request, roster, away, more | {"refused": refusal})
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
            return form_of(request, roster, away, more)
        return done_with(request, done)
    return form_of(request, roster, away, more)


@desk_page
def proposal(request: DeskRequest, actor: Actor, proposal_id: int) -> HttpResponse:
    """GET: while it is open what is proposed, afterwards what came of it. POST: it is accepted as chosen."""
    require_officer(actor)
    found = get_object_or_404(visible_proposals(actor), pk=proposal_id)
    on_clocks_of(found.programme)
    if request.method == "POST":
        try:
            return done_with(request, accept(actor, found, chosen_in(request), words=words_in(request)))
        except AgainstTheRules as refusal:
            if roster := roster_at_work(found.programme):
                return form_of(request, roster, found, {"refused": refusal})
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
            return redirect("deployment:proposal", proposal_id=found.pk)
    roster = roster_at_work(found.programme)
    if found.state == Proposal.State.OPEN and roster:
        return form_of(request, roster, found, {})
    return _shown(request, actor, found)


@require_POST
@desk_page
def dismissal(request: HttpRequest, actor: Actor, proposal_id: int) -> HttpResponse:
    """It stays as it is; `again` opens it again."""
    found = get_object_or_404(visible_proposals(actor), pk=proposal_id)
    on_clocks_of(found.programme)
    again = bool(request.POST.get("again"))
    try:
        dismiss(actor, found, dismissed=not again)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told, undo = (_("Open again."), "") if again else (_("Left as it is."), request.path)
        toast(request, told, undo=undo, undo_fields={"again": "yes"})
    if again:
        return redirect("deployment:proposal", proposal_id=found.pk)
    return redirect("deployment:on_duty", programme_id=found.programme_id)


@require_POST
@desk_page
def taking_back(request: HttpRequest, actor: Actor, proposal_id: int) -> HttpResponse:
    """All of it, or nothing."""
    found = get_object_or_404(visible_proposals(actor), pk=proposal_id)
    on_clocks_of(found.programme)
    try:
        take_back(actor, found)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("Taken back: everybody sits where they sat."))
    return redirect("deployment:proposal", proposal_id=found.pk)


def _away(officer: Officer, lasts: str, reason: str, clock: Clockwork) -> Proposal:
    """From now on, or from the programme's first midnight where it is still to come. Not stored."""
    now = timezone.now().replace(second=0, microsecond=0)
    since = max(now, clock.midnight)
    last = since.astimezone(clock.zone).date() + timedelta(days=LASTS[lasts] + 1)
    causes = {each.value: each for each in (Proposal.Cause.NO_SHOW, Proposal.Cause.OTHER)}
    return Proposal(
        desk=officer.desk,
        programme=officer.programme,
        officer=officer,
        cause=causes.get(reason, Proposal.Cause.ILL),
        during=DateTimeTZRange(since, datetime.combine(last, time(), clock.zone)),
    )


def chosen_in(request: HttpRequest) -> dict[Seat, int | None]:
    """What the form says of each seat; "12:55-1:13" is officer 12, who passes seat 1 of duty 55 on to officer 13."""
    wanted = wanted_in(request.POST)
    for name, value in request.POST.items():
        if not name.startswith(PREFIX) or str(value).count(":") != 2:
            continue
        first, passed, then = str(value).split(":")
        for seat, officer in ((name.removeprefix(PREFIX), first), (passed, then)):
            duty, _dash, number = seat.partition("-")
            numbers = record_number(duty), record_number(number), record_number(officer)
            if numbers[0] is not None and numbers[1] is not None:
                wanted[Seat(numbers[0], numbers[1])] = numbers[2]
    return wanted


def words_in(request: HttpRequest) -> str:
    """What is added to a handover."""
    return request.POST.get("words", "")[:LONGEST_WORDS]


def form_of(
    request: HttpRequest, roster: Roster, found: Proposal, more: Mapping[str, object]
) -> HttpResponse:
    """What is proposed, seat by seat, with what was chosen before."""
    mending = mending_of(roster, found)
    context = {
        "programme": roster.programme,
        "roster": roster,
        "proposal": found,
        "seats": [(each, _picked(request, each)) for each in mending.seats],
        "later": mending.later,
        "time": time_told(clockwork(found.programme), found.duty) if found.duty else "",
        "changed": [] if found.is_of_a_seat else _changes_of(found),
        "words": words_in(request),
        **more,
    }
    status = 422 if more.get("refused") else 200
    return render(request, "deployment/proposal.html", context, status=status)


def _picked(request: HttpRequest, lost: Lost) -> str:
    """The option that was chosen before, else the one that is proposed; "" leaves the seat open."""
    first = lost.options[0].value if lost.options else ""
    return request.POST.get(f"{PREFIX}{lost.key}", first)


def _changes_of(found: Proposal) -> list[str]:
    """What was and what is, of a movement or a duty that changed."""
    if found.duty is not None:
        was = duty_as_it_was(found.duty, found.made_at)
        return duty_changes_told(was, found.duty) if was else []
    if found.movement is None:
        return []
    last = MovementChange.objects.filter(movement=found.movement).order_by("-changed_at").first()
    return [change_told(last, found.movement)] if last else []


def done_with(request: HttpRequest, done: Proposal) -> HttpResponse:
    """On to what came of it, with the way back."""
    undo = reverse("deployment:taking_back", args=[done.pk])
    told = _("Done. Below stands who is told, and how.") if done.letters else _("Done.")
    told = told if done.changes else _("The absence is noted.")
    toast(request, told, undo=undo if done.changes else "")
    return redirect("deployment:proposal", proposal_id=done.pk)


def _shown(request: HttpRequest, actor: Actor, found: Proposal) -> HttpResponse:
    duties = [each["duty"] for each in found.changes if each["after"] is None]
    taken = Assignment.objects.filter(roster=found.roster_id, duty__in=duties, state__in=ACTIVE)
    seats = set(taken.values_list("duty", "seat"))
    rows = Assignment.objects.filter(
        pk__in=[each["left"] for each in found.changes if each["after"] is None]
    ).select_related("duty")
    others = open_proposals(actor, found.programme).exclude(pk=found.pk)
    context = {
        "programme": found.programme,
        "roster": found.roster,
        "proposal": found,
        # Those to tell by hand come first.
        "letters": sorted(map(posted, found.letters), key=lambda each: not each.trouble),
        "handovers": found.handovers.select_related("incoming", "outgoing").order_by("pk"),
        "open": [row for row in rows if (row.duty_id, row.seat) not in seats],
        "next": others.filter(officer=found.officer, movement=found.movement, duty=found.duty).first(),
        "why_not_back": why_not_back(found),
    }
    return render(request, "deployment/proposal_decided.html", context)
