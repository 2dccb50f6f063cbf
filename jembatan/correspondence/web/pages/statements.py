"""The register of statements: requests that wait, what came and what went."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.statements import VIEWS, as_view, statements_in
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url

UNKNOWN = gettext_lazy("Unknown")
LABELS = {
    "open": gettext_lazy("Requests that wait"),
    "received": gettext_lazy("Received"),
    "ours": gettext_lazy("Ours"),
}


@desk_page
def statements(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?view=` open, received or ours; with `after`, the next rows only."""
    view, after = as_view(request.GET.get("view", "")), request.GET.get("after", "").replace("\x00", "")
    page = statements_in(actor, view, after=after)
    context = {
        "statements": page.rows,
        "view": view,
        "views": [(name, LABELS[name]) for name in VIEWS],
        "more_url": more_url(request.path, page.next_after, view=view),
    }
    return render(
        request, "correspondence/statements.html#rows" if after else "correspondence/statements.html", context
    )
