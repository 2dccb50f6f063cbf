"""The lines to take by topic, and who clears them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.clear import let_officers_clear
from jembatan.correspondence.queries.lines.clearing import officers_clear
from jembatan.correspondence.queries.lines.listing import lines_in
from jembatan.correspondence.queries.lines.visible import STATES
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def lines(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?q=` words, `?state=` draft, cleared, expired or withdrawn."""
    text, state = request.GET.get("q", "").replace("\x00", ""), request.GET.get("state", "")
    known = state if state in STATES else ""
    context = {
        "rows": lines_in(actor, text=text, state=known),
        "q": text,
        "state": known,
        "states": [("", _("All")), *STATES.items()],
        "officers_clear": officers_clear(actor.desk),
    }
    return render(request, "correspondence/lines.html", context)


@require_POST
@desk_page
def line_setting(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`officers`: "yes" where officers clear, too."""
    may = request.POST.get("officers") == "yes"
    let_officers_clear(actor, may=may)
    toast(
        request,
        _("Officers clear lines, too.") if may else _("The head alone clears lines."),
        undo=reverse("correspondence:line_setting"),
        undo_fields={"officers": "no" if may else "yes"},
    )
    return redirect("correspondence:lines")
