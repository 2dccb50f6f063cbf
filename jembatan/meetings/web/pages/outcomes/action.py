"""Actions of a meeting: one line that says who does what by when, and a form for each."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.web.day_field import day_field
from jembatan.meetings.actions.outcomes.giving import (
    Task,
    bring_back_action,
    change_action,
    give_action,
    take_out_action,
)
from jembatan.meetings.actions.outcomes.placing import LONGEST
from jembatan.meetings.models import Action, AgendaItem, Meeting
from jembatan.meetings.queries.agenda import standing_items
from jembatan.meetings.queries.outcomes.line import Read, owner_named, read_action
from jembatan.meetings.web.found import meeting_or_404
from jembatan.meetings.web.outcomes import action_or_404, asked_item, asked_sitting, back, page_before
from jembatan.platform.access import require_writer
from jembatan.platform.audit.changes import history_of
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class ActionForm(forms.Form):
    """What is done, by whom and by when. The owner is typed as a name."""

    text = forms.CharField(
        label=gettext_lazy("What is to be done"), max_length=LONGEST, widget=forms.Textarea({"rows": 3})
    )
    owner = forms.CharField(
        label=gettext_lazy("Who does it"),
        required=False,
        max_length=320,
        help_text=gettext_lazy(
            "Somebody of this meeting, a colleague, or a person or organisation of the directory."
        ),
    )
    due = day_field(gettext_lazy("By when"))
    agenda_item: "forms.ModelChoiceField[AgendaItem]" = forms.ModelChoiceField(
        label=gettext_lazy("Point of the agenda"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("None"),
    )

    def __init__(
        self, actor: Actor, meeting: Meeting, action: Action | None, *args: Any, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.actor, self.meeting, self.action = actor, meeting, action
        offer_records(self, "agenda_item", standing_items(meeting))

    def clean(self) -> dict[str, Any]:
        """Adds `task`."""
        data = super().clean() or {}
        name = data.get("owner", "").strip().removeprefix("@")
        owner, end = owner_named(self.actor, self.meeting, name)
        if self.action is not None and name == str(self.action.owner or ""):
            owner, end = self.action.owner, len(name)
        if name and (owner is None or name[end:].strip()):
            self.add_error("owner", _("This names nobody here, or more than one. Write more of the name."))
        if not self.errors:
            data["task"] = Task(text=data["text"], owner=owner, due=data["due"], item=data["agenda_item"])
        return data


@require_POST
@desk_page
def new_action(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """`line` is read and written down for the occurrence `at`, below the point `agenda_item`; or, corrected, the fields of the form."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    item, sitting = asked_item(request, meeting), asked_sitting(request, meeting)
    form = ActionForm(actor, meeting, None, request.POST if "line" not in request.POST else None)
    try:
        if "line" in request.POST:
            line = request.POST["line"]
            read = _read(actor, meeting, line)
            form = ActionForm(actor, meeting, None, initial=_typed(read, item))
            if read.unknown:
                told = _("“%(name)s” names nobody here, or more than one. Write more of the name.")
                raise ValidationError(told % {"name": read.unknown})
            task = Task(text=read.text, owner=read.owner, due=read.due, item=item)
        elif form.is_valid():
            task = form.cleaned_data["task"]
        else:
            return _page(request, actor, meeting, form, None)
        given = give_action(actor, sitting, task)
    except ValidationError as fault:
        return _page(request, actor, meeting, form, None, fault=fault)
    undo = reverse("meetings:action_removal", args=[meeting.pk, given.pk])
    toast(request, _("The action is written down."), undo=undo, undo_fields=_return(request, meeting))
    return back(request, meeting)


@desk_page
def action(request: HttpRequest, actor: Actor, meeting_id: int, action_id: int) -> HttpResponse:
    """Changed, with its history."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    found = action_or_404(actor, meeting, action_id)
    before = {
        "text": found.text,
        "owner": str(found.owner or ""),
        "due": found.due.isoformat() if found.due else "",
        "agenda_item": str(found.agenda_item_id or ""),
    }
    form = ActionForm(
        actor, meeting, found, request.POST if request.method == "POST" else None, initial=before
    )
    if request.method == "POST" and form.is_valid():
        try:
            change_action(actor, found, form.cleaned_data["task"])
        except ValidationError as fault:
            return _page(request, actor, meeting, form, found, fault=fault)
        fields = {**before, **_return(request, meeting)}
        toast(request, _("The action is changed."), undo=request.path, undo_fields=fields)
        return back(request, meeting)
    return _page(request, actor, meeting, form, found)


@require_POST
@desk_page
def action_removal(request: HttpRequest, actor: Actor, meeting_id: int, action_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    meeting = meeting_or_404(actor, meeting_id)
    found = action_or_404(actor, meeting, action_id)
    try:
        take_out_action(actor, found)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        undo = reverse("meetings:action_restoration", args=[meeting.pk, found.pk])
        toast(request, _("The action is taken out."), undo=undo, undo_fields=_return(request, meeting))
    return back(request, meeting)


@require_POST
@desk_page
def action_restoration(request: HttpRequest, actor: Actor, meeting_id: int, action_id: int) -> HttpResponse:
    """The undo of a removal."""
    meeting = meeting_or_404(actor, meeting_id)
    try:
        bring_back_action(actor, action_or_404(actor, meeting, action_id))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return back(request, meeting)


def _read(actor: Actor, meeting: Meeting, line: str) -> Read:
    language = translation.get_language() or "id"
    return read_action(actor, meeting, line, now=timezone.localtime(), language=language[:2])


def _typed(read: Read, item: AgendaItem | None) -> dict[str, Any]:
    return {"text": read.text, "owner": str(read.owner or ""), "due": read.due, "agenda_item": item}


def _return(request: HttpRequest, meeting: Meeting) -> dict[str, str]:
    return {"next": page_before(request, meeting)}


def _page(
    request: HttpRequest,
    actor: Actor,
    meeting: Meeting,
    form: ActionForm,
    found: Action | None,
    *,
    fault: ValidationError | None = None,
) -> HttpResponse:
    """`found` None: the line that was not taken, in a form of its own."""
    context = {
        "meeting": meeting,
        "form": form,
        "action": found,
        "faults": fault.messages if fault else [],
        "next": page_before(request, meeting),
        "at": request.POST.get("at", ""),
        "history": history_of(actor, found) if found else [],
    }
    status = 422 if fault or form.errors else 200
    return render(request, "meetings/outcomes/action.html", context, status=status)
