"""Decisions of a meeting, one line each."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.outcomes.decisions import (
    bring_back_decision,
    change_decision,
    take_out_decision,
    write_decision,
)
from jembatan.meetings.actions.outcomes.placing import LONGEST
from jembatan.meetings.models import AgendaItem, Decision, Meeting
from jembatan.meetings.queries.agenda import standing_items
from jembatan.meetings.web.found import meeting_or_404
from jembatan.meetings.web.outcomes import asked_item, asked_sitting, back, decision_or_404, page_before
from jembatan.platform.access import require_writer
from jembatan.platform.audit.changes import history_of
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class DecisionForm(forms.Form):
    """Its words, and below which point they stand."""

    text = forms.CharField(
        label=gettext_lazy("Decision"), max_length=LONGEST, widget=forms.Textarea({"rows": 3})
    )
    agenda_item: "forms.ModelChoiceField[AgendaItem]" = forms.ModelChoiceField(
        label=gettext_lazy("Point of the agenda"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("None"),
    )

    def __init__(self, meeting: Meeting, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_records(self, "agenda_item", standing_items(meeting))


@require_POST
@desk_page
def new_decision(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """`line` is written down for the occurrence `at`, below the point `agenda_item`."""
    meeting = meeting_or_404(actor, meeting_id)
    item, line = asked_item(request, meeting), request.POST.get("line", "")
    try:
        written = write_decision(actor, asked_sitting(request, meeting), line, item=item)
    except ValidationError as fault:
        form = DecisionForm(meeting, initial={"text": line, "agenda_item": item})
        return _page(request, actor, meeting, form, None, fault=fault)
    undo = reverse("meetings:decision_removal", args=[meeting.pk, written.pk])
    toast(request, _("The decision is written down."), undo=undo, undo_fields=_return(request, meeting))
    return back(request, meeting)


@desk_page
def decision(request: HttpRequest, actor: Actor, meeting_id: int, decision_id: int) -> HttpResponse:
    """Worded anew, with its history."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    found = decision_or_404(actor, meeting, decision_id)
    before = {"text": found.text, "agenda_item": str(found.agenda_item_id or "")}
    form = DecisionForm(meeting, request.POST if request.method == "POST" else None, initial=before)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            change_decision(actor, found, data["text"], item=data["agenda_item"])
        except ValidationError as fault:
            return _page(request, actor, meeting, form, found, fault=fault)
        fields = {**before, **_return(request, meeting)}
        toast(request, _("The decision is changed."), undo=request.path, undo_fields=fields)
        return back(request, meeting)
    return _page(request, actor, meeting, form, found)


@require_POST
@desk_page
def decision_removal(request: HttpRequest, actor: Actor, meeting_id: int, decision_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    meeting = meeting_or_404(actor, meeting_id)
    found = decision_or_404(actor, meeting, decision_id)
    try:
        take_out_decision(actor, found)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        undo = reverse("meetings:decision_restoration", args=[meeting.pk, found.pk])
        toast(request, _("The decision is taken out."), undo=undo, undo_fields=_return(request, meeting))
    return back(request, meeting)


@require_POST
@desk_page
def decision_restoration(
    request: HttpRequest, actor: Actor, meeting_id: int, decision_id: int
) -> HttpResponse:
    """The undo of a removal."""
    meeting = meeting_or_404(actor, meeting_id)
    try:
        bring_back_decision(actor, decision_or_404(actor, meeting, decision_id))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return back(request, meeting)


def _return(request: HttpRequest, meeting: Meeting) -> dict[str, str]:
    return {"next": page_before(request, meeting)}


def _page(
    request: HttpRequest,
    actor: Actor,
    meeting: Meeting,
    form: DecisionForm,
    found: Decision | None,
    *,
    fault: ValidationError | None = None,
) -> HttpResponse:
    """`found` None: the line that was not taken, in a form of its own."""
    context = {
        "meeting": meeting,
        "form": form,
        "decision": found,
        "faults": fault.messages if fault else [],
        "next": page_before(request, meeting),
        "at": request.POST.get("at", ""),
        "history": history_of(actor, found) if found else [],
    }
    status = 422 if fault or form.errors else 200
    return render(request, "meetings/outcomes/decision.html", context, status=status)
