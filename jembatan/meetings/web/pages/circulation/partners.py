"""One partner who is asked about minutes: once more, no more, after all."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.circulation.circulate import ask_after_all, ask_again, ask_no_more
from jembatan.meetings.models import Minutes, MinutesPartner
from jembatan.meetings.web.found import minutes_or_404
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def asking(request: HttpRequest, actor: Actor, minutes_id: int, minutes_partner_id: int) -> HttpResponse:
    """The link once more."""
    minutes = minutes_or_404(actor, minutes_id)
    partner = _partner_or_404(minutes, minutes_partner_id)
    try:
        ask_again(actor, partner)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        toast(request, _("%(name)s has been asked again.") % {"name": partner})
    return _back(minutes)


@require_POST
@desk_page
def withdrawal(request: HttpRequest, actor: Actor, minutes_id: int, minutes_partner_id: int) -> HttpResponse:
    """They are asked no more; with the way back in the toast."""
    minutes = minutes_or_404(actor, minutes_id)
    partner = _partner_or_404(minutes, minutes_partner_id)
    try:
        ask_no_more(actor, partner)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        undo = reverse("meetings:circulation_partner_return", args=[minutes.pk, partner.pk])
        toast(request, _("%(name)s is asked no more.") % {"name": partner}, undo=undo)
    return _back(minutes)


@require_POST
@desk_page
def partner_return(
    request: HttpRequest, actor: Actor, minutes_id: int, minutes_partner_id: int
) -> HttpResponse:
    """The undo of a withdrawal."""
    minutes = minutes_or_404(actor, minutes_id)
    try:
        ask_after_all(actor, _partner_or_404(minutes, minutes_partner_id))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return _back(minutes)


def _partner_or_404(minutes: Minutes, partner_id: int) -> MinutesPartner:
    partner = minutes.partners.select_related("person", "desk").filter(pk=partner_id).first()
    if partner is None:
        raise Http404
    partner.minutes = minutes
    return partner


def _back(minutes: Minutes) -> HttpResponse:
    return redirect("meetings:circulation", minutes_id=minutes.pk)
