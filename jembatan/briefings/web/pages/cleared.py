"""The cleared brief: read, taken along as PDF or Word."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.queries.actors import members_of
from jembatan.briefings.actions.mail_brief import mail_brief
from jembatan.briefings.actions.make_brief import WRITERS, Form, make_cleared
from jembatan.briefings.models import Brief
from jembatan.briefings.queries.writing.standing import Standing, standing_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.briefings.queries.writing.whole import document_of
from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.access import require_writer
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def cleared(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """GET shows it, POST makes the file; without a cleared wording the page says so."""
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    if request.method == "POST":
        wanted = request.POST.get("format", "pdf")
        try:
            made = make_cleared(actor, brief, form=cast(Form, wanted if wanted in WRITERS else "pdf"))
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
            return redirect("briefings:cleared", brief_id=brief.pk)
        return download(made.content, name=made.name)
    standing = standing_of(brief)
    if standing.cleared is None:
        toast(request, _("This brief is not cleared yet."), tone="info")
        return redirect("briefings:brief", brief_id=brief.pk)
    return render(request, "briefings/cleared.html", _context(actor, brief, standing))


@require_POST
@desk_page
def mailing(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """A draft with the PDF, in the composer."""
    require_writer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    try:
        draft = mail_brief(actor, brief)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("briefings:cleared", brief_id=brief.pk)
    return redirect("correspondence:draft", draft_id=draft.pk)


def _context(actor: Actor, brief: Brief, standing: Standing) -> dict[str, object]:
    assert standing.cleared is not None
    readers = list(brief.readers.select_related("user").order_by("user__full_name", "pk"))
    on_list = {reader.user_id for reader in readers}
    mine = next((each for each in readers if actor.user and each.user_id == actor.user.pk), None)
    return {
        "brief": brief,
        "standing": standing,
        "document": document_of(standing.cleared),
        "readers": readers,
        "others": [member.user for member in members_of(actor.desk) if member.user_id not in on_list],
        "mine": mine,
        "unread": mine is not None and mine.read_id != standing.cleared.pk,
    }
