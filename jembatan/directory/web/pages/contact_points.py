"""Contact points: added to a person or an organisation, corrected."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point, change_contact_point, owner_of
from jembatan.directory.actions.edits import Conflict
from jembatan.directory.models import ContactPoint
from jembatan.directory.queries.contact_points import visible_contact_points
from jembatan.directory.web.parties import address_of, party_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class ContactPointForm(forms.Form):
    """The kind, the address or number, and what people call it."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ContactPoint.Kind.choices)
    value = forms.CharField(
        label=gettext_lazy("Address or number"), widget=forms.Textarea(attrs={"rows": 1}), max_length=2000
    )
    label = forms.CharField(
        label=gettext_lazy("Label"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("For instance office, assistant, private."),
    )
    preferred = forms.BooleanField(label=gettext_lazy("Preferred of its kind"), required=False)


class ChangedContactPointForm(ContactPointForm):
    """With the version that the editor saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


@desk_page
def new_contact_point(request: HttpRequest, actor: Actor, kind: str, party_id: int) -> HttpResponse:
    """The form, and its saving."""
    require_writer(actor)
    party = party_or_404(actor, kind, party_id)
    form = ContactPointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            point = add_contact_point(actor, party, **{**data, "kind": ContactPoint.Kind(data["kind"])})
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            undo = reverse("directory:detail_removal", args=["contact-points", point.pk])
            toast(request, _("The contact point is saved."), undo=undo)
            return redirect(address_of(party))
    context = {
        "form": form,
        "title": _("How can %(name)s be reached?") % {"name": party},
        "back": address_of(party),
    }
    return render(request, "directory/detail_form.html", context, status=422 if form.errors else 200)


@desk_page
def contact_point(request: HttpRequest, actor: Actor, point_id: int) -> HttpResponse:
    """Correct it; a conflict shows what stands there now beside what was typed."""
    require_writer(actor)
    point = get_object_or_404(visible_contact_points(actor), pk=point_id)
    now = {field: getattr(point, field) for field in ("kind", "value", "label", "preferred")}
    form = ChangedContactPointForm(request.POST or None, initial={**now, "version": point.version})
    conflict = None
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            change_contact_point(actor, point, **{**data, "kind": ContactPoint.Kind(data["kind"])})
        except Conflict as refusal:
            conflict = refusal
            form.data = on_version(request.POST, point.version)
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            _offer_undo(request, point)
            return redirect(address_of(owner_of(point)))
    context = {
        "form": form,
        "title": _("Contact point of %(name)s") % {"name": owner_of(point)},
        "back": address_of(owner_of(point)),
        "conflict": conflict,
        "current": point,
        "detail": point,
        "detail_kind": "contact-points",
    }
    status = 409 if conflict else 422 if form.errors else 200
    return render(request, "directory/detail_form.html", context, status=status)


def _offer_undo(request: HttpRequest, before: ContactPoint) -> None:
    undo = {
        "kind": before.kind,
        "value": before.value,
        "label": before.label,
        "version": str(before.version + 1),
        **({"preferred": "on"} if before.preferred else {}),
    }
    toast(request, _("The contact point is saved."), undo=request.path, undo_fields=undo)
