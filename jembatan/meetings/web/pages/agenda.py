"""The agenda of a meeting: its points one by one, and a kind of meeting to start from."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.agenda import (
    Content,
    add_point,
    bring_back_point,
    change_point,
    move_point,
    start_from,
    take_out_point,
)
from jembatan.meetings.actions.agenda_templates import start_from_template
from jembatan.meetings.models import AgendaItem, Attendance, Meeting
from jembatan.meetings.models.agenda import LONGEST_MINUTES
from jembatan.meetings.queries.agenda_kinds import KINDS
from jembatan.meetings.queries.agenda_templates import agenda_templates
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class PointForm(forms.Form):
    """One point. Without minutes it takes what is left."""

    title = forms.CharField(label=gettext_lazy("Point"), max_length=300)
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"), required=False, min_value=1, max_value=LONGEST_MINUTES
    )
    owner: "forms.ModelChoiceField[Attendance]" = forms.ModelChoiceField(
        label=gettext_lazy("Led by"), queryset=None, required=False, empty_label=gettext_lazy("Nobody yet")
    )
    speaks = forms.BooleanField(label=gettext_lazy("Speaking slot"), required=False)
    notes = forms.CharField(
        label=gettext_lazy("Notes"), required=False, widget=forms.Textarea({"rows": 3}), max_length=20_000
    )

    def __init__(self, meeting: Meeting, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_records(self, "owner", meeting.attendances.order_by("-ours", "name", "pk"))

    def content(self) -> Content:
        """Of a valid form."""
        return Content(**self.cleaned_data)


@desk_page
def point(
    request: HttpRequest, actor: Actor, meeting_id: int, agenda_item_id: int | None = None
) -> HttpResponse:
    """A new point, or one that is changed."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    item = item_or_404(meeting, agenda_item_id) if agenda_item_id is not None else None
    names = ("title", "minutes", "speaks", "notes")
    initial = {name: getattr(item, name) for name in names} | {"owner": item.owner_id} if item else None
    form = PointForm(meeting, request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_point(actor, item, form.content()) if item else add_point(actor, meeting, form.content())
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            return _back(meeting)
    context = {"meeting": meeting, "item": item, "form": form}
    return render(request, "meetings/agenda_point.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def moving(request: HttpRequest, actor: Actor, meeting_id: int, agenda_item_id: int) -> HttpResponse:
    """One place `up` or down."""
    meeting = meeting_or_404(actor, meeting_id)
    move_point(actor, item_or_404(meeting, agenda_item_id), by=-1 if "up" in request.POST else 1)
    return _back(meeting)


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Actor, meeting_id: int, agenda_item_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    meeting = meeting_or_404(actor, meeting_id)
    item = item_or_404(meeting, agenda_item_id)
    take_out_point(actor, item)
    undo = reverse("meetings:agenda_restoration", args=[meeting.pk, item.pk])
    toast(request, _("The point is taken out."), undo=undo, undo_fields={"position": str(item.position or 1)})
    return _back(meeting)


@require_POST
@desk_page
def restoration(request: HttpRequest, actor: Actor, meeting_id: int, agenda_item_id: int) -> HttpResponse:
    """The undo of a removal."""
    meeting = meeting_or_404(actor, meeting_id)
    position = record_number(request.POST.get("position", "")) or 1
    bring_back_point(actor, item_or_404(meeting, agenda_item_id), position=position)
    return _back(meeting)


@require_POST
@desk_page
def start(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The points of the kind that `kind` names, or of one of the desk's `own`."""
    meeting = meeting_or_404(actor, meeting_id)
    kind, own = request.POST.get("kind", ""), record_number(request.POST.get("own", ""))
    if own is None and kind not in KINDS:
        raise Http404
    template = get_object_or_404(agenda_templates(actor), pk=own) if own is not None else None
    try:
        start_from_template(actor, meeting, template) if template else start_from(actor, meeting, kind)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages))
    return _back(meeting)


def item_or_404(meeting: Meeting, item_id: int) -> AgendaItem:
    """A point of this meeting, one that was taken out, too."""
    item = meeting.agenda.filter(pk=item_id).first()
    if item is None:
        raise Http404
    return item


def _back(meeting: Meeting) -> HttpResponse:
    return redirect(reverse("meetings:meeting", args=[meeting.pk]) + "#agenda")
