"""Coordinators check officers in and out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.field.actions.desk_checking import check_by_desk, take_check_back
from jembatan.field.actions.refusals import Refused
from jembatan.field.queries.duties import visible_seats
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def checking(request: HttpRequest, actor: Actor, duty_seat_id: int) -> HttpResponse:
    """`what` is in, out, or back: as it was before."""
    seat = get_object_or_404(visible_seats(actor), pk=duty_seat_id)
    what, undo = request.POST.get("what", "in"), reverse("field:checking", args=[seat.pk])
    try:
        if what == "back":
            take_check_back(actor, seat)
            toast(request, _("Taken back."))
        else:
            told = check_by_desk(actor, seat, going=what == "out")
            toast(request, f"{seat.officer} · {told}", undo=undo, undo_fields={"what": "back"})
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    field = reverse("field:in_the_field", args=[seat.roster.programme_id])
    return redirect(came_from(request, default=field))
