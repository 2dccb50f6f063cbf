"""`e`: this conversation is done; and open again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.done import close, reopen
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def closing(request: DeskRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """Its row leaves the list."""
    thread = close(actor, get_object_or_404(visible_threads(actor), pk=thread_id))
    undo = reverse("correspondence:reopening", args=[thread.pk])
    toast(request, _("Done. It comes back when somebody writes."), undo=undo, undo_fields=_next(request))
    if request.htmx:
        return HttpResponse()
    return redirect(came_from(request, default=reverse("correspondence:inbox")))


@require_POST
@desk_page
def reopening(request: DeskRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """Back in the inbox."""
    thread = reopen(actor, get_object_or_404(visible_threads(actor), pk=thread_id))
    toast(request, _("The conversation is open again."))
    if request.htmx:
        return HttpResponse()
    return redirect(came_from(request, default=reverse("correspondence:thread", args=[thread.pk])))


def _next(request: HttpRequest) -> dict[str, str]:
    """Undo leads to where the reader is now."""
    return {"next": came_from(request, default=reverse("correspondence:inbox"))}
