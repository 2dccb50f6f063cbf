"""Settling the question that a delivery report asks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.bounces import ask_again, settle_bounce
from jembatan.correspondence.queries.bounces import visible_bounces
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def settlement(request: HttpRequest, actor: Actor, bounce_id: int) -> HttpResponse:
    """Seen to; the toast asks it again."""
    bounce = get_object_or_404(visible_bounces(actor).select_related("report"), pk=bounce_id)
    settle_bounce(actor, bounce)
    undo = reverse("correspondence:bounce_return", args=[bounce.pk])
    toast(request, _("Settled: %(address)s.") % {"address": bounce.email}, undo=undo)
    return redirect("correspondence:thread", thread_id=bounce.report.thread_id)


@require_POST
@desk_page
def bounce_return(request: HttpRequest, actor: Actor, bounce_id: int) -> HttpResponse:
    """The question stands again."""
    bounce = get_object_or_404(visible_bounces(actor).select_related("report"), pk=bounce_id)
    ask_again(actor, bounce)
    return redirect("correspondence:thread", thread_id=bounce.report.thread_id)
