"""The rosters of a programme: their versions, the solver at work, publishing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.rosters import begin_roster, check_roster, discard_draft, publish_roster
from jembatan.deployment.actions.solving import start_solving, stop_solving
from jembatan.deployment.models import Roster, Solving
from jembatan.deployment.queries.bound import measured
from jembatan.deployment.queries.figures import figures
from jembatan.deployment.queries.visible import draft_of
from jembatan.deployment.web.pages.found import programme_found, roster_found
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast

LENGTHS = (
    (20, gettext_lazy("20 seconds")),
    (60, gettext_lazy("1 minute")),
    (300, gettext_lazy("5 minutes")),
    (900, gettext_lazy("15 minutes")),
)
"""How long the solver may look."""


@desk_page
def rosters(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """GET: every version. POST begins a draft; with `seconds`, unless `by_hand`, the solver is set to it, with `keep` around what is published."""
    programme = programme_found(actor, programme_id)
    if request.method == "POST":
        require_officer(actor)
        by_hand = bool(request.POST.get("by_hand"))
        seconds = None if by_hand else record_number(request.POST.get("seconds", ""))
        try:
            draft = begin_roster(actor, programme)
            if seconds:
                start_solving(actor, draft, seconds=seconds, keep=request.POST.get("keep") == "yes")
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
            return redirect("deployment:rosters", programme_id=programme.pk)
        return redirect("deployment:roster", roster_id=draft.pk)
    listed = Roster.objects.filter(programme=programme).select_related("made_by", "published_by")
    shown = list(listed.order_by("-version"))
    for each in shown:
        if each.may_change:  # At most two: duties change under them.
            each.figures = figures(each)
    context = {"programme": programme, "rosters": shown, "draft": draft_of(programme), "lengths": LENGTHS}
    return render(request, "deployment/rosters.html", context)


@desk_page
def roster(request: DeskRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """What it comes to, beside its bound and the verdict of the check; and the solver while it is at it."""
    shown = roster_found(actor, roster_id)
    solving = shown.solvings.order_by("-asked_at").first()
    context = {
        "programme": shown.programme,
        "roster": shown,
        "solving": solving,
        "measured": measured(shown),
        "draft": shown if not shown.is_published else None,
        "lengths": LENGTHS,
        "overrides": shown.overrides.select_related("duty", "officer", "made_by").order_by("-made_at")[:50],
    }
    return render(request, "deployment/roster.html", context)


@desk_page
def progress(request: DeskRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """The part that the page asks for every second; when the solver has ended, the page is loaded anew."""
    shown = roster_found(actor, roster_id)
    solving = get_object_or_404(shown.solvings.order_by("-asked_at")[:1])
    response = render(request, "deployment/roster.html#progress", {"roster": shown, "solving": solving})
    if not solving.is_busy:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@desk_page
def stop(request: HttpRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """The best that was found so far is taken."""
    require_officer(actor)
    shown = roster_found(actor, roster_id)
    for solving in Solving.objects.filter(roster=shown, state__in=["waiting", "running"]):
        stop_solving(actor, solving)
        toast(request, _("The solver stops and keeps the best that it has found."))
    return redirect("deployment:roster", roster_id=shown.pk)


@require_POST
@desk_page
def publication(request: HttpRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """`knowingly` publishes one that breaks rules."""
    require_officer(actor)
    shown = roster_found(actor, roster_id)
    try:
        publish_roster(actor, shown, knowingly=request.POST.get("knowingly") == "yes")
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("%(roster)s is published.") % {"roster": shown})
    return redirect("deployment:roster", roster_id=shown.pk)


@require_POST
@desk_page
def check(request: HttpRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """Count and check it anew."""
    require_officer(actor)
    shown = roster_found(actor, roster_id)
    try:
        check_roster(actor, shown)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("deployment:roster", roster_id=shown.pk)


@require_POST
@desk_page
def discarding(request: HttpRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """A draft that nobody wants."""
    require_officer(actor)
    shown = roster_found(actor, roster_id)
    try:
        discard_draft(actor, shown)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("deployment:roster", roster_id=shown.pk)
    toast(request, _("The draft is gone."))
    return redirect("deployment:rosters", programme_id=shown.programme_id)
