"""Sending an announcement: to oneself, to everyone, halted, called off."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.halt import (
    cancel_announcement,
    pause_announcement,
    resume_announcement,
)
from jembatan.correspondence.actions.announcements.start import start_announcement
from jembatan.correspondence.actions.announcements.trial import try_announcement
from jembatan.correspondence.actions.outbox.send import Unconfirmed
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Announcement
from jembatan.correspondence.queries.announcements.visible import announcements
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

type Action = Callable[[Actor, Announcement], object]


@require_POST
@desk_page
def start(request: HttpRequest, actor: Actor, announcement_id: int) -> HttpResponse:
    """Many receivers and warnings are asked about first, with 422."""
    found = get_object_or_404(announcements(actor), pk=announcement_id)
    try:
        start_announcement(actor, found, confirmed="confirmed" in request.POST)
    except Unconfirmed as unconfirmed:
        context = {"announcement": found, "questions": unconfirmed.questions}
        return render(request, "correspondence/announcement_start.html", context, status=422)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The announcement is being sent."))
    return redirect("correspondence:announcement", announcement_id=found.pk)


@require_POST
@desk_page
def trial(request: HttpRequest, actor: Actor, announcement_id: int) -> HttpResponse:
    """To the sender's own address."""
    return _done(request, actor, announcement_id, try_announcement, _("The test is on its way to you."))


@require_POST
@desk_page
def pause(request: HttpRequest, actor: Actor, announcement_id: int) -> HttpResponse:
    """Nothing more leaves."""
    return _done(request, actor, announcement_id, pause_announcement, _("Paused: nothing more leaves."))


@require_POST
@desk_page
def resumption(request: HttpRequest, actor: Actor, announcement_id: int) -> HttpResponse:
    """It goes on."""
    return _done(request, actor, announcement_id, resume_announcement, _("The announcement is being sent."))


@require_POST
@desk_page
def cancellation(request: HttpRequest, actor: Actor, announcement_id: int) -> HttpResponse:
    """The rest gets none."""
    return _done(request, actor, announcement_id, cancel_announcement, _("The rest is called off."))


def _done(
    request: HttpRequest, actor: Actor, announcement_id: int, action: Action, text: str
) -> HttpResponse:
    found = get_object_or_404(announcements(actor), pk=announcement_id)
    try:
        action(actor, found)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, text)
    return redirect("correspondence:announcement", announcement_id=found.pk)
