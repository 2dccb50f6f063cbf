"""Who was there: a press for each guest, a name for each walk-in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.web.party_field import chosen, create_field, party_field
from jembatan.meetings.actions.minutes.attend import add_walk_in, mark_attendance, take_off_list
from jembatan.meetings.models import Attendance, Minutes, MinutesAttendee
from jembatan.meetings.web.found import minutes_or_404
from jembatan.meetings.web.pages.minutes.minutes import context_of
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


class WalkInForm(forms.Form):
    """A person by name, and whose place they took."""

    instead_of: "forms.ModelChoiceField[Attendance]" = forms.ModelChoiceField(
        label=gettext_lazy("Came instead of"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Nobody"),
    )
    field_order = ("party", "create", "instead_of")

    def __init__(self, minutes: Minutes, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["party"] = party_field("people", _("Who came?"))
        guests = minutes.meeting.attendances.order_by("ours", "name", "pk")
        offer_records(self, "instead_of", guests)
        self.order_fields(self.field_order)


@require_POST
@desk_page
def marking(request: DeskRequest, actor: Actor, minutes_id: int, guest_id: int) -> HttpResponse:
    """One guest as `was` says; pressed again, as if never marked."""
    minutes = minutes_or_404(actor, minutes_id)
    guest = get_object_or_404(Attendance, pk=guest_id, meeting=minutes.meeting)
    try:
        mark_attendance(actor, minutes, guest, request.POST.get("was", ""))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return _back(request, actor, minutes)


@desk_page
def walk_in(request: DeskRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """The form, and its saving."""
    require_writer(actor)
    minutes = minutes_or_404(actor, minutes_id)
    form = WalkInForm(minutes, request.POST if request.method == "POST" else None)
    if "create" in request.POST:
        form.fields["create"] = create_field(request.POST.get("party", ""))
        form.order_fields(form.field_order)
    if request.method == "POST" and form.is_valid() and (party := chosen(actor, form, "party", "people")):
        try:
            add_walk_in(actor, minutes, party, instead_of=form.cleaned_data["instead_of"])
        except ValidationError as fault:
            form.add_error("party", fault.messages)
        else:
            toast(request, _("%(name)s was there.") % {"name": party})
            return redirect(reverse("meetings:minutes", args=[minutes.pk]) + "#attendance")
    context = {"minutes": minutes, "form": form}
    return render(request, "meetings/minutes/walk_in.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def removal(request: DeskRequest, actor: Actor, minutes_id: int, attendee_id: int) -> HttpResponse:
    """A walk-in off the list."""
    minutes = minutes_or_404(actor, minutes_id)
    attendee = get_object_or_404(MinutesAttendee, pk=attendee_id, minutes=minutes)
    try:
        take_off_list(actor, minutes, attendee)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return _back(request, actor, minutes)


def _back(request: DeskRequest, actor: Actor, minutes: Minutes) -> HttpResponse:
    """For htmx the list alone, so that nobody who writes is disturbed."""
    if request.htmx:
        return render(request, "meetings/minutes/minutes.html#attendance", context_of(actor, minutes))
    return redirect(reverse("meetings:minutes", args=[minutes.pk]) + "#attendance")
