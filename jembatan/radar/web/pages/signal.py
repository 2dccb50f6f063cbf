"""One signal: what, why it matters, the lines that show it, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.journal.queries.kinds import kind_of, source_address
from jembatan.platform.audit.changes import history_of
from jembatan.platform.ui.guard import desk_page
from jembatan.radar.actions.first_step import draft_first_step
from jembatan.radar.queries.listing import Shown, shown
from jembatan.radar.web.found import signal_or_404

AT_ITS_SOURCE = {"minutes", "carried-action", "not-come", "handover"}
"""Rules whose first step is done where their evidence comes from."""


@desk_page
def signal(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """To read and to decide."""
    found = shown([signal_or_404(actor, signal_id)])[0]
    evidence = [
        (entry, kind_of(entry), source_address(entry) or reverse("journal:entry", args=[entry.pk]))
        for entry in found.evidence
    ]
    context = {
        "shown": found,
        "signal": found.signal,
        "task": getattr(found.signal, "task", None),
        "evidence": evidence,
        "place": _place(found),
        "history": history_of(actor, found.signal),
    }
    return render(request, "radar/signal.html", context)


@require_POST
@desk_page
def first_step(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """The mail, drafted; writing goes on at its own page."""
    draft = draft_first_step(actor, signal_or_404(actor, signal_id))
    return redirect("correspondence:draft", draft_id=draft.pk)


def _place(found: Shown) -> str:
    """Where the first step is done, if it is no mail."""
    if found.words.step != "page":
        return ""
    if found.signal.rule in AT_ITS_SOURCE:
        return next((address for entry in found.evidence if (address := source_address(entry))), "")
    house = found.signal.organisation_id
    return reverse("directory:organisation", args=[house]) if house else ""
