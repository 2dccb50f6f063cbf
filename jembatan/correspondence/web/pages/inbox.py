"""The inbox: whose turn it is, what was said last, who answers for it. The address is the state."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.inbox import Filters, threads_in, turn_counts
from jembatan.correspondence.queries.presence import others_among
from jembatan.correspondence.queries.rows import page_of
from jembatan.correspondence.queries.screener import waiting_count
from jembatan.correspondence.web.inbox_chips import party_chips, wanting_chips
from jembatan.correspondence.web.inbox_filters import FILTERED_BY, FilterForm, filters_of
from jembatan.correspondence.web.lines import lines_of
from jembatan.correspondence.web.turn_chips import Chosen, narrowed_address, turn_chips
from jembatan.platform.ui.guard import desk_page


@desk_page
def inbox(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The page; with `after`, the next rows only."""
    form = FilterForm(actor, request.GET)
    form.is_valid()
    filters = filters_of(form.cleaned_data)
    mark = request.GET.get("after", "")
    page = page_of(actor, threads_in(actor, filters), mark=mark, by_due=filters.by_due)
    context: dict[str, Any] = {
        "lines": lines_of(page.rows, others_among(actor)),
        "more": narrowed_address(request, after=page.next_after) if page.next_after else "",
    }
    if mark:
        return render(request, "correspondence/inbox.html#rows", context)
    context |= {
        "form": form,
        "chips": [
            *turn_chips(
                request,
                Chosen(filters.turn, filters.done),
                turn_counts(actor, filters),
                elsewhere=filters.snoozed,
            ),
            *wanting_chips(request, actor, form.cleaned_data),
        ],
        "about": party_chips(request, form.cleaned_data),
        "narrowed": any(form.cleaned_data.get(name) for name in FILTERED_BY),
        "filtered": filters != Filters(),
        "waiting": waiting_count(actor),
    }
    return render(request, "correspondence/inbox.html", context)
