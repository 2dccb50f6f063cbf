"""Deciding what a mail about a meeting asks."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.invitations.settle import accept_question, decline_question
from jembatan.meetings.models import InvitationQuestion
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def question(request: HttpRequest, actor: Actor, meeting_id: int, question_id: int) -> HttpResponse:
    """`decision` is accept or decline."""
    require_officer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    found = get_object_or_404(InvitationQuestion, pk=question_id, meeting=meeting)
    accepted = request.POST.get("decision") == "accept"
    counter = found.kind == InvitationQuestion.Kind.COUNTER
    try:
        (accept_question if accepted else decline_question)(actor, found)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return redirect(came_from(request, default=reverse("meetings:meeting", args=[meeting.pk])))
    if accepted:
        text = _("The meeting has moved; its guests are told.") if counter else _("The answer counts.")
    else:
        text = _("The meeting stays at its time.") if counter else _("The answer does not count.")
    toast(request, text)
    return redirect(came_from(request, default=reverse("meetings:meeting", args=[meeting.pk])))
