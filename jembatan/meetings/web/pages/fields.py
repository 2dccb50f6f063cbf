"""Inline edit of a meeting: the form of one field, its saving, and the choice when somebody else was faster."""

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.meetings.actions.change_meeting import ChangedMeanwhile, change_meeting
from jembatan.meetings.models import Meeting
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking, Marking
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.inline_edit import Shown, shown_again
from jembatan.platform.ui.toasts import toast

LABELS: dict[str, Any] = {
    "title": gettext_lazy("Title"),
    "location": gettext_lazy("Place"),
    "description": gettext_lazy("Description"),
    "dossier": gettext_lazy("Dossier"),
    "marking": gettext_lazy("Marking"),
}
# After these the page is shown anew: its head repeats them, or they decide who sees it.
IN_HEAD = {"title", "dossier", "marking"}


@dataclass(slots=True)
class Editing:
    """What the form shows: the typed value, the choices if there are any, faults, and what someone else wrote meanwhile."""

    shown: Shown
    version: int
    value: str
    choices: list[tuple[str, str]] = dataclass_field(default_factory=list)
    errors: list[str] = dataclass_field(default_factory=list)
    theirs: str | None = None
    lowered: bool = False


class VersionForm(forms.Form):
    """Which version the editor saw, and whether a lower marking is meant."""

    version = forms.IntegerField()
    value = forms.CharField(required=False, strip=False)
    confirmed = forms.BooleanField(required=False)


@desk_page
def field(request: DeskRequest, actor: Actor, meeting_id: int, field: str) -> HttpResponse:
    """GET gives the form (a page of its own without script), POST saves; 409 shows both values, 422 says what is wrong."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    if field not in LABELS:
        raise Http404
    if request.method != "POST":
        return _form(request, actor, meeting, field)
    form = VersionForm(request.POST)
    if "keep" in request.POST or not form.is_valid():
        return _done(request, meeting, field)
    data, before = form.cleaned_data, as_typed(meeting, field)
    typed = data["value"]
    try:
        value = _value(actor, field, typed)
        changed = change_meeting(
            actor, meeting, field, value, version=data["version"], confirmed=data["confirmed"]
        )
    except ChangedMeanwhile as conflict:
        theirs = shown(conflict.meeting, field).text
        return _form(request, actor, conflict.meeting, field, typed=typed, theirs=theirs, status=409)
    except ValidationError as fault:
        return _form(request, actor, meeting, field, typed=typed, fault=fault, status=422)
    undo = reverse("meetings:field", args=[changed.pk, field])
    undo_fields = {"value": before, "version": str(changed.version), "confirmed": "1"}
    toast(request, _("%(field)s saved.") % {"field": LABELS[field]}, undo=undo, undo_fields=undo_fields)
    return _done(request, changed, field)


def shown(meeting: Meeting, name: str, *, editable: bool = True) -> Shown:
    """The field with its label."""
    address = reverse("meetings:field", args=[meeting.pk, name]) if editable else ""
    return Shown(name, str(LABELS[name]), str(getattr(meeting, name) or ""), address)


def as_typed(meeting: Meeting, name: str) -> str:
    """The field as the form sends it."""
    return str(meeting.dossier_id or "") if name == "dossier" else str(getattr(meeting, name))


def _value(actor: Actor, name: str, typed: str) -> object:
    if name == "marking":
        return forms.ChoiceField(choices=_choices(actor, name)).clean(typed)
    if name != "dossier":
        return typed
    if not typed:
        return None
    dossier = visible_dossiers(actor).filter(pk=record_number(typed) or 0).first()
    if dossier is None:
        raise ValidationError(_("There is no such dossier."))
    return dossier


def _choices(actor: Actor, name: str) -> list[tuple[str, str]]:
    if name == "marking":
        return [(marking.value, marking.value) for marking in Marking]
    if name == "dossier":
        dossiers: list[Dossier] = list(visible_dossiers(actor).order_by("title")[:500])
        return [("", _("No dossier")), *((str(each.pk), each.title) for each in dossiers)]
    return []


def _form(
    request: DeskRequest,
    actor: Actor,
    meeting: Meeting,
    name: str,
    *,
    typed: str | None = None,
    fault: ValidationError | None = None,
    theirs: str | None = None,
    status: int = 200,
) -> HttpResponse:
    value = as_typed(meeting, name) if typed is None else typed
    editing = Editing(
        shown(meeting, name),
        meeting.version,
        value,
        choices=_choices(actor, name),
        errors=fault.messages if fault else [],
        theirs=theirs,
        lowered=isinstance(fault, LoweredMarking),
    )
    template = "meetings/field.html#form" if request.htmx else "meetings/field.html"
    return render(request, template, {"meeting": meeting, "editing": editing}, status=status)


def _done(request: DeskRequest, meeting: Meeting, name: str) -> HttpResponse:
    page = reverse("meetings:meeting", args=[meeting.pk])
    return shown_again(request, shown(meeting, name), page=page, anew=name in IN_HEAD)
