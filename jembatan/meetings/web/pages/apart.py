"""Something that concerns one date of a series alone."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.apart import set_apart
from jembatan.meetings.actions.cancel_meeting import cancel_meeting
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

NEXT = {"times": "meetings:times", "invitation": "meetings:invitation"}


@require_POST
@desk_page
def apart(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """`at` names the date; `then` says what follows: its times, its invitation, that it is off, or its own page."""
    require_writer(actor)
    series = meeting_or_404(actor, meeting_id)
    then = request.POST.get("then", "")
    try:
        alone = set_apart(actor, series, request.POST.get("at", ""))
        if then == "cancellation":
            cancel_meeting(actor, alone)
            restoration = reverse("meetings:restoration", args=[alone.pk])
            toast(request, _("This date alone is called off."), undo=restoration)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return redirect("meetings:meeting", meeting_id=series.pk)
    return redirect(NEXT.get(then, "meetings:meeting"), meeting_id=alone.pk)
