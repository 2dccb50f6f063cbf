"""Answering an invitation of somebody else, and proposing another time."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.invitations.answer import LONGEST_COMMENT, answer_invitation, propose_time
from jembatan.meetings.models import Attendance
from jembatan.meetings.web.found import meeting_or_404
from jembatan.meetings.web.pages.times import TimesForm, as_typed
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

Status = Attendance.Status


class AnswerForm(forms.Form):
    """Whether we come, and a word to the organiser."""

    status = forms.ChoiceField(
        choices=[(each.value, each.label) for each in (Status.ACCEPTED, Status.TENTATIVE, Status.DECLINED)]
    )
    comment = forms.CharField(required=False, max_length=LONGEST_COMMENT)


class ProposalForm(TimesForm):
    """Another time for a meeting that is not ours to move."""

    comment = forms.CharField(
        label=gettext_lazy("A word to the organiser"),
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea({"rows": 3}),
    )


@require_POST
@desk_page
def answer(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """Sends the answer."""
    require_officer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    form = AnswerForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(_("Say whether you come."))
        data = form.cleaned_data
        answer_invitation(actor, meeting, data["status"], comment=data["comment"])
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        toast(request, _("Your answer is in the outbox."))
    return redirect(came_from(request, default=reverse("meetings:meeting", args=[meeting.pk])))


@desk_page
def proposal(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """GET gives the form, POST sends it."""
    require_officer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    if request.method != "POST":
        return _page(request, meeting, ProposalForm(meeting, initial=as_typed(meeting)))
    form = ProposalForm(meeting, request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            propose_time(actor, meeting, data["times"], data["zone"], comment=data["comment"])
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            toast(request, _("Your proposal is in the outbox."))
            return redirect("meetings:meeting", meeting_id=meeting.pk)
    return _page(request, meeting, form, status=422)


def _page(request: HttpRequest, meeting: Any, form: ProposalForm, *, status: int = 200) -> HttpResponse:
    return render(request, "meetings/propose.html", {"meeting": meeting, "form": form}, status=status)
