"""Being done with writing, and writing on after all."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes.begin import finish_writing, write_on
from jembatan.meetings.web.found import minutes_or_404
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def finish(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    minutes = minutes_or_404(actor, minutes_id)
    try:
        finish_writing(actor, minutes)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        undo = reverse("meetings:minutes_reopening", args=[minutes.pk])
        toast(request, _("The minutes are written."), undo=undo)
    return redirect("meetings:minutes", minutes_id=minutes.pk)


@require_POST
@desk_page
def reopening(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """The undo of it."""
    minutes = minutes_or_404(actor, minutes_id)
    try:
        write_on(actor, minutes)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return redirect("meetings:minutes", minutes_id=minutes.pk)
