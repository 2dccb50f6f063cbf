"""Adding a party to a meeting, and taking one out."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.web.party_field import chosen, create_field, party_field
from jembatan.meetings.actions.guests import add_guest, remove_guest
from jembatan.meetings.models import Attendance
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

KINDS = {"people": gettext_lazy("Person"), "organisations": gettext_lazy("Organisation")}


class GuestForm(forms.Form):
    """One party by its name."""

    def __init__(self, kind: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["party"] = party_field(kind, KINDS[kind])


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
            add_guest(actor, meeting, party)
        except ValidationError as fault:
            form.add_error("party", fault.messages)
        else:
            toast(request, _("%(name)s takes part.") % {"name": party})
            return redirect("meetings:meeting", meeting_id=meeting.pk)
    context = {"meeting": meeting, "form": form, "kind": kind}
    return render(request, "meetings/guest.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def remove(request: HttpRequest, actor: Actor, meeting_id: int, guest_id: int) -> HttpResponse:
    """Takes one guest out."""
    meeting = meeting_or_404(actor, meeting_id)
    guest = get_object_or_404(Attendance, pk=guest_id, meeting=meeting)
    remove_guest(actor, guest)
    toast(request, _("%(name)s does not take part.") % {"name": guest})
    return redirect("meetings:meeting", meeting_id=meeting.pk)
