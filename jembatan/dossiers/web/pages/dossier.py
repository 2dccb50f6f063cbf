"""One dossier: what it is about, with whom, who sees it, and what happened."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import close_dossier, reopen_dossier
from jembatan.dossiers.queries.conflicts import conflicts_of
from jembatan.dossiers.queries.listing import members_of_dossier, parties_of, possible_members
from jembatan.dossiers.queries.plan import next_steps, planned
from jembatan.dossiers.queries.strip import strip
from jembatan.dossiers.web.pages.found import found
from jembatan.platform.audit.changes import history_of
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def dossier(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The page."""
    shown, today = found(actor, dossier_id), timezone.localdate()
    context = {
        "dossier": shown,
        "parties": parties_of(shown),
        "members": members_of_dossier(shown) if shown.restricted else [],
        "possible_members": possible_members(shown) if shown.restricted and actor.may_send else [],
        "strip": strip(planned(next_steps(shown), today), today),
        "conflicts": conflicts_of(shown),
        "history": history_of(actor, shown),
    }
    return render(request, "dossiers/dossier.html", context)


@require_POST
@desk_page
def closure(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """Close it."""
    closed = close_dossier(actor, found(actor, dossier_id))
    toast(
        request,
        _("%(title)s is closed.") % {"title": closed.title},
        undo=reverse("dossiers:reopening", args=[closed.pk]),
    )
    return redirect("dossiers:dossier", dossier_id=closed.pk)


@require_POST
@desk_page
def reopening(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """Take it up again."""
    reopened = reopen_dossier(actor, found(actor, dossier_id))
    toast(request, _("%(title)s is open again.") % {"title": reopened.title})
    return redirect("dossiers:dossier", dossier_id=reopened.pk)
