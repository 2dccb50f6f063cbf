"""Adding a party to a meeting, and taking one out."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.web.party_field import chosen, create_field, party_field
from jembatan.meetings.actions.guests import add_guest, bring_back_guest, remove_guest
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

KINDS = {"people": gettext_lazy("Person"), "organisations": gettext_lazy("Organisation")}


class GuestForm(forms.Form):
    """One party by its name."""

    def __init__(self, kind: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["party"] = party_field(kind, KINDS[kind])


class GuestAsItWas(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """What Undo sends to bring a guest back; its party may have left the directory meanwhile."""

    class Meta:
        model = Attendance
        fields = ("name", "email", "person", "organisation", "ours", "organiser", "optional", "status")

    def __init__(self, actor: Actor, meeting: Meeting, data: Mapping[str, Any]) -> None:
        super().__init__(data, instance=Attendance(meeting=meeting))
        offer_records(self, "person", Person.objects.filter(desk=actor.desk))
        offer_records(self, "organisation", Organisation.objects.filter(desk=actor.desk))


@desk_page
def add(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The form of one kind of party (`?kind=people|organisations`), and its saving."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    kind = request.GET.get("kind", "people")
    if kind not in KINDS:
        raise Http404
    form = GuestForm(kind, request.POST if request.method == "POST" else None)
    if "create" in request.POST:
        form.fields["create"] = create_field(request.POST.get("party", ""))
    if request.method == "POST" and form.is_valid() and (party := chosen(actor, form, "party", kind)):
        try:
            guest = add_guest(actor, meeting, party)
        except ValidationError as fault:
            form.add_error("party", fault.messages)
        else:
            _say_it_takes_part(request, guest)
            return redirect("meetings:meeting", meeting_id=meeting.pk)
    context = {"meeting": meeting, "form": form, "kind": kind}
    return render(request, "meetings/guest.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def remove(request: HttpRequest, actor: Actor, meeting_id: int, guest_id: int) -> HttpResponse:
    """Takes one guest out; Undo brings it back as it was."""
    meeting = meeting_or_404(actor, meeting_id)
    guest = get_object_or_404(Attendance, pk=guest_id, meeting=meeting)
    try:
        remove_guest(actor, guest)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return redirect("meetings:meeting", meeting_id=meeting.pk)
    undo = reverse("meetings:guest_restoration", args=[meeting.pk])
    text = _("%(name)s does not take part.") % {"name": guest}
    toast(request, text, undo=undo, undo_fields=_as_it_was(guest))
    return redirect("meetings:meeting", meeting_id=meeting.pk)


@require_POST
@desk_page
def restoration(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The undo of a removal."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    form = GuestAsItWas(actor, meeting, request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(_("This party is not in the directory."))
        guest = bring_back_guest(actor, meeting, form.instance)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        _say_it_takes_part(request, guest)
    return redirect("meetings:meeting", meeting_id=meeting.pk)


def _say_it_takes_part(request: HttpRequest, guest: Attendance) -> None:
    undo = reverse("meetings:guest_removal", args=[guest.meeting_id, guest.pk])
    toast(request, _("%(name)s takes part.") % {"name": guest}, undo=undo)


def _as_it_was(guest: Attendance) -> dict[str, str]:
    """A box that is not ticked is sent by not being there."""
    values = model_to_dict(guest, GuestAsItWas.Meta.fields)
    return {name: "on" if value is True else str(value) for name, value in values.items() if value}
