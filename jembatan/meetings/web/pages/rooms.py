"""The rooms of the desk, and the room of a meeting."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.rooms import LONGEST, add_room, bring_back_room, retire_room
from jembatan.meetings.models import Room
from jembatan.meetings.queries.bookings import rooms as rooms_of
from jembatan.meetings.web.double_booking import allowed_field, offer_to_allow
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class RoomForm(forms.Form):
    """A new room."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST)


class RoomOfMeetingForm(forms.Form):
    """Where a meeting is."""

    room: "forms.ModelChoiceField[Room]" = forms.ModelChoiceField(
        label=gettext_lazy("Room"), queryset=None, required=False, empty_label=gettext_lazy("No room of ours")
    )
    allowed = allowed_field()

    def __init__(self, actor: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_records(self, "room", rooms_of(actor))


@desk_page
def rooms(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The list, and a form for one more."""
    require_head(actor)
    form = RoomForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            room = add_room(actor, form.cleaned_data["name"])
        except ValidationError as fault:
            form.add_error("name", fault.messages)
        else:
            undo = reverse("meetings:room_retirement", args=[room.pk])
            toast(request, _("%(name)s can be booked.") % {"name": room}, undo=undo)
            return redirect("meetings:rooms")
    context = {"rooms": rooms_of(actor), "form": form}
    return render(request, "meetings/rooms.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def retirement(request: HttpRequest, actor: Actor, room_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_head(actor)
    room = get_object_or_404(Room, pk=room_id, desk=actor.desk)
    retire_room(actor, room)
    undo = reverse("meetings:room_return", args=[room.pk])
    toast(request, _("%(name)s is offered no more.") % {"name": room}, undo=undo)
    return redirect("meetings:rooms")


@require_POST
@desk_page
def room_return(request: HttpRequest, actor: Actor, room_id: int) -> HttpResponse:
    """The undo of a retirement."""
    require_head(actor)
    room = get_object_or_404(Room, pk=room_id, desk=actor.desk)
    try:
        bring_back_room(actor, room)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return redirect("meetings:rooms")


@desk_page
def room_of_meeting(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """Choose another, or none; what is taken is refused with by what."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    form = RoomOfMeetingForm(
        actor, request.POST if request.method == "POST" else None, initial={"room": meeting.room_id}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            change_meeting(
                actor, meeting, "room", data["room"], version=meeting.version, confirmed=data["allowed"]
            )
        except ValidationError as fault:
            offer_to_allow(form, fault)
            form.add_error(None, fault.messages)
        else:
            return redirect("meetings:meeting", meeting_id=meeting.pk)
    context = {"meeting": meeting, "form": form}
    return render(request, "meetings/room.html", context, status=422 if form.errors else 200)
