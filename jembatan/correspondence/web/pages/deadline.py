"""By when a conversation is to be answered: a moment as one says it, or as a letter has said it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clock.agree import agree_deadline
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.queries.clock.offices import closing_on
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.web.spoken import read_spoken
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import moment_text
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def deadline(request: HttpRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """`by` says when, "" takes the deadline away; the toast puts back what stood before."""
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    address = reverse("correspondence:thread", args=[thread.pk])
    try:
        by = _moment(actor, request.POST.get("by", "").strip())
        before = agree_deadline(actor, thread, by=by)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect(came_from(request, default=address))
    text = (
        _("To be answered by %(moment)s.") % {"moment": moment_text(by)}
        if by
        else _("The deadline is taken away; the usual answering time counts.")
    )
    fields = {"by": before.isoformat() if before else "", "next": came_from(request, default=address)}
    undo = reverse("correspondence:deadline", args=[thread.pk])
    toast(request, text, undo=undo, undo_fields=fields)
    return redirect(came_from(request, default=address))


def _moment(actor: Actor, text: str) -> datetime | None:
    """A day alone lasts until the desk closes. Raises `Refused` for what is no moment."""
    if not text:
        return None
    spoken = read_spoken(text)
    if spoken is None:
        raise Refused(_("“%(text)s” is no moment. Write a day, such as “friday 15:00”.") % {"text": text})
    return closing_on(actor.desk, spoken.at.date()) if spoken.all_day else spoken.at
