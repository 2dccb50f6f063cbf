"""Deciding what a mail about a meeting asks."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.book import DoubleBooked
from jembatan.meetings.actions.invitations.settle import accept_question, decline_question
from jembatan.meetings.models import InvitationQuestion
from jembatan.meetings.web.double_booking import ask_to_allow
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def question(request: HttpRequest, actor: Actor, meeting_id: int, question_id: int) -> HttpResponse:
    """`decision` is accept or decline; where somebody is taken at the time proposed, a page asks first."""
    require_officer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    found = get_object_or_404(InvitationQuestion, pk=question_id, meeting=meeting)
    accepted = request.POST.get("decision") == "accept"
    counter = found.kind == InvitationQuestion.Kind.COUNTER
    back = came_from(request, default=reverse("meetings:meeting", args=[meeting.pk]))
    try:
        if accepted:
            accept_question(actor, found, allowed="allowed" in request.POST)
        else:
            decline_question(actor, found)
    except ValidationError as fault:
        if isinstance(fault, DoubleBooked) and fault.may_be_allowed:
            return ask_to_allow(request, fault, back=back)
        toast(request, " ".join(fault.messages), tone="danger")
        return redirect(back)
    if accepted:
        text = _("The meeting has moved; its guests are told.") if counter else _("The answer counts.")
    else:
        text = _("The meeting stays at its time.") if counter else _("The answer does not count.")
    toast(request, text)
    return redirect(back)
