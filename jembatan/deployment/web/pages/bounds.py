"""What no roster can be below, beside a roster: asked for, shown as it goes on, stopped."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.bounds import ask_bound, stop_bound
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.models import Bound
from jembatan.deployment.web.pages.found import roster_found
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def asking(request: HttpRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """A worker reckons it, anew where it is there."""
    require_officer(actor)
    shown = roster_found(actor, roster_id)
    try:
        ask_bound(actor, shown)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("deployment:roster", roster_id=shown.pk)


@desk_page
def progress(request: DeskRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """The part that the page asks for every second; when the worker has ended, the page is loaded anew."""
    shown = roster_found(actor, roster_id)
    bound = get_object_or_404(Bound, roster=shown)
    response = render(request, "deployment/bound_progress.html", {"roster": shown, "bound": bound})
    if not bound.is_busy:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@desk_page
def stop(request: HttpRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """What was found so far holds."""
    require_officer(actor)
    shown = roster_found(actor, roster_id)
    stop_bound(actor, shown)
    toast(request, _("It stops, and what was found so far is kept."))
    return redirect("deployment:roster", roster_id=shown.pk)
