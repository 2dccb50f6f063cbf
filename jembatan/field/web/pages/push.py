"""Where a phone says that it may be woken, and where its browser is reached."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST

from jembatan.field.access import OnDuty, Standing
from jembatan.field.actions.pushing.addresses import drop_address, take_address
from jembatan.field.actions.pushing.key import public_key
from jembatan.field.actions.refusals import Refused
from jembatan.field.web.guard import phone_answer


@ensure_csrf_cookie
@phone_answer(Standing.OPEN)
def push(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """GET: the key by which the browser asks its push service for an address. POST: that address, `endpoint`, `p256dh` and `auth`."""
    if request.method != "POST":
        return JsonResponse({"key": public_key()})
    said = (request.POST.get(name, "") for name in ("endpoint", "p256dh", "auth"))
    try:
        take_address(who, *said)
    except Refused as refusal:
        return JsonResponse({"told": str(refusal)}, status=400)
    return JsonResponse({})


@require_POST
@phone_answer(Standing.OPEN)
def push_ending(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """Nothing wakes this phone any more."""
    drop_address(who)
    return JsonResponse({})
