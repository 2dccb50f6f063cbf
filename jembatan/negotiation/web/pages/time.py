"""By when a negotiation is to be settled."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.actions.time import settle_by
from jembatan.negotiation.web.forms import TimeForm
from jembatan.negotiation.web.pages.found import found
from jembatan.negotiation.web.pages.sheet import context_of
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def time(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """The day; empty where time does not count."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    form = TimeForm(request.POST)
    if form.is_valid():
        try:
            settle_by(actor, shown, form.cleaned_data["settle_by"])
        except Refused as refusal:
            form.add_error("settle_by", str(refusal))
        else:
            toast(request, _("Saved."))
            return redirect("negotiation:negotiation", negotiation_id=shown.pk)
    context = context_of(request, shown, time_form=form)
    return render(request, "negotiation/negotiation.html", context, status=422)
