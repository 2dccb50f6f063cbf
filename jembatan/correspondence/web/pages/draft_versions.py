"""Earlier wordings of a draft, with what each changed; any can be brought back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import NotOpen
from jembatan.correspondence.actions.drafts.versions import restore_version
from jembatan.correspondence.queries.drafts import visible_drafts, wordings
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def draft_versions(request: HttpRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """The latest first."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    context = {"draft": stored, "wordings": wordings(stored)}
    return render(request, "correspondence/draft_versions.html", context)


@require_POST
@desk_page
def restoration(request: HttpRequest, actor: Actor, draft_id: int, version: int) -> HttpResponse:
    """The words of then, as the newest version."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    get_object_or_404(stored.versions, version=version)
    try:
        restore_version(actor, stored, version=version)
    except NotOpen as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The earlier wording is back. The later one is kept among the versions."))
    return redirect("correspondence:draft", draft_id=stored.pk)
