"""Coordinators decide what officers claim."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from jembatan.accounts.actor import Actor
from jembatan.field.actions.claims import decide_claim
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import Claim
from jembatan.field.queries.claims import visible_claims, visible_receipts
from jembatan.field.web.files import as_file
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

DECISIONS = {
    Claim.State.ACCEPTED: gettext_lazy("Claim accepted."),
    Claim.State.DECLINED: gettext_lazy("Claim declined."),
    Claim.State.WAITING: gettext_lazy("The claim waits again."),
}


@require_POST
@desk_page
def claim(request: HttpRequest, actor: Actor, claim_id: int) -> HttpResponse:
    """`state` is accepted, declined with a `reason`, or waiting."""
    row = get_object_or_404(visible_claims(actor), pk=claim_id)
    before = {"state": row.state, "reason": row.reason}
    asked = request.POST.get("state", "")
    state = Claim.State(asked) if asked in Claim.State.values else Claim.State.WAITING
    try:
        decide_claim(actor, row, state, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, str(DECISIONS[state]), undo=request.path, undo_fields=before)
    field = reverse("field:in_the_field", args=[row.officer.programme_id])
    return redirect(came_from(request, default=field))


@require_GET
@desk_page
def receipt(request: HttpRequest, actor: Actor, claim_file_id: int) -> HttpResponseBase:
    """For those who decide."""
    require_officer(actor)
    return as_file(get_object_or_404(visible_receipts(actor), pk=claim_file_id))
