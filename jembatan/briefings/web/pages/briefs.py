"""All briefs: what is being written, what holds, what is over."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.writing.listing import AT_ONCE, listed
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page


@desk_page
def briefs(request: DeskRequest, actor: Actor) -> HttpResponse:
    """The nearest end first; what is over below. `?from=` goes on behind the first of them, of what is over with `?over=1`."""
    start, goes_on = record_number(request.GET.get("from", "")) or 0, "over" in request.GET
    if request.htmx:
        return render(request, "briefings/rows.html", {"rows": _rows(actor, over=goes_on, start=start)})
    standing = _rows(actor, over=False, start=0 if goes_on else start)
    over = _rows(actor, over=True, start=start if goes_on else 0)
    return render(request, "briefings/briefs.html", {"standing": standing, "over": over})


def _rows(actor: Actor, *, over: bool, start: int = 0) -> dict[str, Any]:
    found, more = listed(actor, over=over, start=start)
    address = f"{reverse('briefings:briefs')}?from={start + AT_ONCE}{'&over=1' if over else ''}"
    return {"standings": found, "more_url": address if more else ""}
