"""Where a page hears the news of its desk, and the ticket for it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from jembatan.platform.live.address import stream_address
from jembatan.platform.live.tickets import ticket_for
from jembatan.platform.ui.guard import desk_page


@never_cache
@desk_page
def ticket(request: HttpRequest, actor: Any) -> HttpResponse:
    """`{"address": …}`, or 204 where this installation streams nothing."""
    address = stream_address(request.get_host(), secure=request.is_secure())
    if not address:
        return HttpResponse(status=204)
    return JsonResponse({"address": f"{address}?ticket={ticket_for(actor.desk.pk, actor.user.pk)}"})
