"""Calling a meeting off and back on."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.cancel_meeting import cancel_meeting, restore_meeting
from jembatan.meetings.models import Meeting
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def cancellation(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    meeting = meeting_or_404(actor, meeting_id)
    try:
        cancel_meeting(actor, meeting)
    except ValidationError as fault:
        return _refused(request, meeting, fault)
    toast(request, _("The meeting is called off."), undo=reverse("meetings:restoration", args=[meeting.pk]))
    return redirect("meetings:meeting", meeting_id=meeting.pk)


@require_POST
@desk_page
def restoration(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The undo of a cancellation."""
    meeting = meeting_or_404(actor, meeting_id)
    try:
        restore_meeting(actor, meeting)
    except ValidationError as fault:
        return _refused(request, meeting, fault)
    toast(request, _("The meeting takes place."), undo=reverse("meetings:cancellation", args=[meeting.pk]))
    return redirect("meetings:meeting", meeting_id=meeting.pk)


def _refused(request: HttpRequest, meeting: Meeting, fault: ValidationError) -> HttpResponse:
    toast(request, " ".join(fault.messages), tone="danger")
    return redirect("meetings:meeting", meeting_id=meeting.pk)
