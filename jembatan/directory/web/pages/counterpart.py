"""Who of us answers for an organisation: a lead and a deputy among the officers of the desk."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role, User
from jembatan.accounts.queries.actors import members_of
from jembatan.directory.actions.counterparts import Assignment, assign_counterpart, assignment_of
from jembatan.directory.queries.visible import visible_organisations
from jembatan.directory.web.parties import address_of
from jembatan.platform.access import require_officer
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class CounterpartForm(forms.Form):
    """Two officers, or nobody."""

    lead = forms.TypedChoiceField(label=gettext_lazy("Lead"), required=False, empty_value=None)
    deputy = forms.TypedChoiceField(label=gettext_lazy("Deputy"), required=False, empty_value=None)

    def __init__(self, *args: Any, officers: dict[str, User], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", _("Nobody")), *((key, user.full_name) for key, user in officers.items())]
        for name in self.fields:
            offer(self, name, choices)


@desk_page
def counterpart(request: HttpRequest, actor: Actor, organisation_id: int) -> HttpResponse:
    """The form, and its saving."""
    require_officer(actor)
    organisation = get_object_or_404(visible_organisations(actor), pk=organisation_id)
    officers = {
        str(member.user_id): member.user
        for member in members_of(actor.desk)
        if member.role in {Role.HEAD, Role.OFFICER}
    }
    now = _keys(assignment_of(organisation))
    form = CounterpartForm(request.POST or None, initial=now, officers=officers)
    if request.method == "POST" and form.is_valid():
        wanted = Assignment(*(officers.get(form.cleaned_data[field] or "") for field in ("lead", "deputy")))
        try:
            before = assign_counterpart(actor, organisation, wanted)
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            undo = reverse("directory:counterpart", args=[organisation.pk])
            toast(request, _("The counterpart is set."), undo=undo, undo_fields=_keys(before))
            return redirect(address_of(organisation))
    context = {
        "form": form,
        "title": _("Who of us answers for %(name)s?") % {"name": organisation},
        "back": address_of(organisation),
    }
    return render(request, "directory/detail_form.html", context, status=422 if form.errors else 200)


def _keys(assignment: Assignment) -> dict[str, str]:
    return {
        "lead": str(assignment.lead.pk) if assignment.lead else "",
        "deputy": str(assignment.deputy.pk) if assignment.deputy else "",
    }
