"""What is kept of an officer, for them, on their phone: to take along, and to be deleted. It needs the network; the phone keeps none of it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_POST

from jembatan.field.access import OnDuty, Standing
from jembatan.field.web.guard import phone_answer
from jembatan.platform.ui.downloads import download
from jembatan.programmes.actions.deletion import ask_for_deletion, take_deletion_back
from jembatan.programmes.models import DeletionRequest
from jembatan.programmes.queries.deletions import last_deletion
from jembatan.programmes.queries.own_data import own_data_file

State = DeletionRequest.State


@require_GET
@ensure_csrf_cookie
@phone_answer(Standing.OPEN)
def mine(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """Whether they have asked to be deleted, and what the desk said to it."""
    last = last_deletion(who.officer)
    waits = last is not None and last.state == State.WAITING
    declined = last is not None and last.state == State.DECLINED
    return JsonResponse(
        {
            "asked_at": last.asked_at.isoformat() if last and waits else "",
            "declined": last.reason if last and declined else "",
        }
    )


@require_GET
@phone_answer(Standing.OPEN)
def mine_file(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """All that is known of them, the same as the desk gives out."""
    return download(own_data_file(who.officer), name=f"officer-{who.officer.number}.json")


@require_POST
@phone_answer(Standing.OPEN)
def mine_deletion(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """The desk is asked; with `back` it is not any more."""
    if "back" in request.POST:
        take_deletion_back(who.officer)
    else:
        ask_for_deletion(who.officer)
    return JsonResponse({})
