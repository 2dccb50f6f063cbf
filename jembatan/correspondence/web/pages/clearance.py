"""One mail that waits for clearance: what it changes since it was cleared last, whom it goes to, what the check finds."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.access import may_clear_step
from jembatan.correspondence.actions.clearance.decide import ChangedMeanwhile, clear, give_back
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Clearance, Draft
from jembatan.correspondence.queries.clearance.asked import cleared_before, visible_clearances
from jembatan.correspondence.queries.clearance.path import path_of
from jembatan.correspondence.queries.drafts import differences
from jembatan.correspondence.queries.letters import below_the_text
from jembatan.correspondence.queries.receivers import receivers_of
from jembatan.correspondence.web.clearing import steps_shown
from jembatan.correspondence.web.pages.departure import sent
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def clearance(request: DeskRequest, actor: Actor, clearance_id: int) -> HttpResponse:
    """The page, also of what is decided."""
    require_writer(actor)
    return _page(request, actor, get_object_or_404(visible_clearances(actor), pk=clearance_id))


@require_POST
@desk_page
def clearing(request: DeskRequest, actor: Actor, clearance_id: int) -> HttpResponse:
    """Clear what was read; with `send`, it leaves as well."""
    require_writer(actor)
    asked = get_object_or_404(visible_clearances(actor), pk=clearance_id)
    try:
        clear(actor, asked, read=request.POST.get("read", ""))
    except ChangedMeanwhile as refusal:
        return _page(request, actor, asked, status=409, refusal=str(refusal))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:clearance", clearance_id=asked.pk)
    if "send" in request.POST:
        return sent(request, actor, asked.draft)
    toast(request, _("The mail is cleared."))
    return redirect("correspondence:draft", draft_id=asked.draft_id)


@require_POST
@desk_page
def giving_back(request: DeskRequest, actor: Actor, clearance_id: int) -> HttpResponse:
    """With a comment; without one the page says so and nothing is lost."""
    require_writer(actor)
    asked = get_object_or_404(visible_clearances(actor), pk=clearance_id)
    try:
        give_back(actor, asked, comment=request.POST.get("comment", ""))
    except Refused as refusal:
        return _page(request, actor, asked, status=422, refusal=str(refusal))
    toast(request, _("The mail is back with its writer, with your comment."))
    return redirect("ui:today")


def _page(
    request: DeskRequest, actor: Actor, asked: Clearance, *, status: int = 200, refusal: str = ""
) -> HttpResponse:
    draft, path = asked.draft, path_of(asked.draft)
    before = cleared_before(asked)
    may_clear = may_clear_step(actor, clearer=asked.clearer, member=asked.member_id, writers=asked.writers)
    open_now = asked.state == Clearance.State.ASKED and draft.state == Draft.State.OPEN
    context = {
        "clearance": asked,
        "draft": draft,
        "steps": steps_shown(draft, path),
        "read": path.fingerprint,
        "before": before,
        "differences": differences(before.text, draft.text) if before else [],
        "receivers": receivers_of(actor, draft),
        "below": below_the_text(draft),
        "files": draft.attachments.select_related("file", "uploaded_by").order_by("pk"),
        "may_decide": open_now and may_clear,
        "may_send": open_now and actor.may_send and not path.stops(actor),
        "may_withdraw": open_now and actor.user in {asked.asked_by, asked.writer},
        "comment": request.POST.get("comment", ""),
        "refusal": refusal,
    }
    return render(request, "correspondence/clearance/clearance.html", context, status=status)
