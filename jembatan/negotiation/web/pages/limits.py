"""Mandates of a sheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.mandates import restore_mandate, set_mandate, withdraw_mandate
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.web.forms import MandateForm
from jembatan.negotiation.web.pages.found import found
from jembatan.negotiation.web.pages.sheet import context_of
from jembatan.platform.access import require_officer
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def mandates(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """A limit."""
    require_officer(actor)
    shown = found(actor, negotiation_id)
    form = MandateForm(request.POST)
    offer_records(form, "issue", shown.issues.order_by("pk"))
    if form.is_valid():
        said = form.cleaned_data
        try:
            set_mandate(
                actor,
                shown,
                said["words"],
                authorised_by=said["authorised_by"],
                until=said["until"],
                issue=said["issue"],
            )
        except Refused as refusal:
            form.add_error("until", str(refusal))
        else:
            return redirect("negotiation:negotiation", negotiation_id=shown.pk)
    context = context_of(request, shown, mandate_form=form)
    return render(request, "negotiation/negotiation.html", context, status=422)


@require_POST
@desk_page
def withdrawal(request: HttpRequest, actor: Actor, negotiation_id: int, mandate_id: int) -> HttpResponse:
    """It holds no more."""
    require_officer(actor)
    shown = found(actor, negotiation_id)
    withdraw_mandate(actor, get_object_or_404(shown.mandates, pk=mandate_id))
    undo = reverse("negotiation:restoration", args=[shown.pk, mandate_id])
    toast(request, _("The mandate is withdrawn."), undo=undo)
    return redirect("negotiation:negotiation", negotiation_id=shown.pk)


@require_POST
@desk_page
def restoration(request: HttpRequest, actor: Actor, negotiation_id: int, mandate_id: int) -> HttpResponse:
    """It holds again."""
    require_officer(actor)
    shown = found(actor, negotiation_id)
    restore_mandate(actor, get_object_or_404(shown.mandates, pk=mandate_id))
    toast(request, _("The mandate holds again."))
    return redirect("negotiation:negotiation", negotiation_id=shown.pk)
