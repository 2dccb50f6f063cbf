"""Done, dropped, open again: one action, or those that are ticked."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.outcomes.closing import (
    close_action,
    close_several,
    drop_action,
    open_again,
    open_several,
)
from jembatan.meetings.actions.outcomes.placing import LONGEST
from jembatan.meetings.web.found import meeting_or_404
from jembatan.meetings.web.outcomes import action_or_404, back, page_before
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


class DroppingForm(forms.Form):
    """Why nobody will do it."""

    reason = forms.CharField(
        label=gettext_lazy("Why will nobody do it?"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )


@require_POST
@desk_page
def closing(request: HttpRequest, actor: Actor, meeting_id: int, action_id: int) -> HttpResponse:
    """It is done, with the way back in the toast."""
    meeting = meeting_or_404(actor, meeting_id)
    found = close_action(actor, action_or_404(actor, meeting, action_id))
    undo = reverse("meetings:action_reopening", args=[meeting.pk, found.pk])
    toast(request, _("Done."), undo=undo, undo_fields={"next": page_before(request, meeting)})
    return back(request, meeting)


@desk_page
def dropping(request: HttpRequest, actor: Actor, meeting_id: int, action_id: int) -> HttpResponse:
    """GET asks for the reason."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    found, next_page = action_or_404(actor, meeting, action_id), page_before(request, meeting)
    form = DroppingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            drop_action(actor, found, form.cleaned_data["reason"])
        except ValidationError as fault:
            form.add_error("reason", fault.messages)
        else:
            undo = reverse("meetings:action_reopening", args=[meeting.pk, found.pk])
            toast(request, _("Dropped."), undo=undo, undo_fields={"next": next_page})
            return back(request, meeting)
    context = {"meeting": meeting, "action": found, "form": form, "next": next_page}
    return render(request, "meetings/outcomes/dropping.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def action_reopening(request: HttpRequest, actor: Actor, meeting_id: int, action_id: int) -> HttpResponse:
    """It is still to be done."""
    meeting = meeting_or_404(actor, meeting_id)
    open_again(actor, action_or_404(actor, meeting, action_id))
    return back(request, meeting)


@require_POST
@desk_page
def actions_closing(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Those that are ticked (`chosen`) are done."""
    closed = close_several(actor, _chosen(request))
    page = came_from(request, default=reverse("meetings:actions"))
    if closed:
        told = ngettext("%(number)s action is done.", "%(number)s actions are done.", len(closed))
        fields = {"chosen": ",".join(str(each.pk) for each in closed), "next": page}
        undo = reverse("meetings:actions_reopening")
        toast(request, told % {"number": len(closed)}, undo=undo, undo_fields=fields)
    else:
        toast(request, _("Tick at least one action."), tone="info")
    return redirect(page)


@require_POST
@desk_page
def actions_reopening(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The undo of closing several."""
    open_several(actor, _chosen(request))
    return redirect(came_from(request, default=reverse("meetings:actions")))


def _chosen(request: HttpRequest) -> list[int]:
    """Each ticked row sends its own number; the undo sends all in one."""
    numbers = (record_number(each) for text in request.POST.getlist("chosen") for each in text.split(","))
    return [number for number in numbers if number is not None]
