"""Offers and agreed points of a sheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.offers import agree_point, record_offer, reopen_point
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.models import AgreedPoint, Option
from jembatan.negotiation.web.forms import OfferForm
from jembatan.negotiation.web.pages.found import found
from jembatan.negotiation.web.pages.sheet import context_of
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def offers(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """Who offered which package: `issue-7` names the option of issue 7."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    form = OfferForm(request.POST)
    offer_records(form, "party", shown.parties.order_by("-ours", "pk"))
    if form.is_valid():
        said = form.cleaned_data
        try:
            record_offer(
                actor,
                said["party"],
                _chosen(request),
                made_at=said["made"].start if said["made"] else None,
                note=said["note"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The offer is recorded."))
            return redirect("negotiation:negotiation", negotiation_id=shown.pk)
    context = context_of(request, shown, offer_form=form, chosen=list(_chosen(request).values()))
    return render(request, "negotiation/negotiation.html", context, status=422)


def _chosen(request: HttpRequest) -> dict[int, int]:
    chosen = {}
    for name, value in request.POST.items():
        issue, option = record_number(name.removeprefix("issue-")), record_number(str(value))
        if name.startswith("issue-") and issue is not None and option is not None:
            chosen[issue] = option
    return chosen


@require_POST
@desk_page
def agreement(request: HttpRequest, actor: Actor, negotiation_id: int, option_id: int) -> HttpResponse:
    """Both sides have settled on this option."""
    require_officer(actor)
    shown = found(actor, negotiation_id)
    option = get_object_or_404(
        Option.objects.filter(issue__negotiation=shown).select_related("issue__negotiation"), pk=option_id
    )
    try:
        agree_point(actor, option)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("negotiation:opening", args=[shown.pk, option.issue_id])
        toast(
            request,
            _("Agreed: %(issue)s – %(option)s") % {"issue": option.issue, "option": option},
            undo=undo,
        )
    return redirect(f"{reverse('negotiation:negotiation', args=[shown.pk])}#issues")


@require_POST
@desk_page
def opening(request: HttpRequest, actor: Actor, negotiation_id: int, issue_id: int) -> HttpResponse:
    """The issue is open again."""
    require_officer(actor)
    shown = found(actor, negotiation_id)
    point = get_object_or_404(
        AgreedPoint.objects.select_related("issue", "option"), negotiation=shown, issue=issue_id
    )
    reopen_point(actor, point)
    undo = reverse("negotiation:agreement", args=[shown.pk, point.option_id])
    toast(request, _("Open again: %(issue)s") % {"issue": point.issue}, undo=undo)
    return redirect(f"{reverse('negotiation:negotiation', args=[shown.pk])}#issues")
