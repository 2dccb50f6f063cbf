"""Clearing a brief: what was asked about is read as it will be printed, then cleared or given back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.clear import (
    ask_for_clearance,
    clear_brief,
    return_brief,
    withdraw_question,
)
from jembatan.briefings.models import BriefClearance, Part
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.title import title_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.briefings.queries.writing.whole import document_of
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.queries.changes import Changed, changed
from jembatan.papers.web.deciding import tried
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def question(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """The head is asked; a head who asks reads and clears at once."""
    require_writer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    try:
        asked = ask_for_clearance(actor, brief)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("briefings:brief", brief_id=brief.pk)
    if actor.may_clear:
        return redirect("briefings:clearance", brief_id=brief.pk, brief_clearance_id=asked.pk)
    undo = reverse("briefings:withdrawal", args=[brief.pk, asked.pk])
    toast(request, _("The head of the desk is asked."), undo=undo)
    return redirect("briefings:brief", brief_id=brief.pk)


@desk_page
def clearance(request: HttpRequest, actor: Actor, brief_id: int, brief_clearance_id: int) -> HttpResponse:
    """As it will be printed."""
    require_writer(actor)
    return _page(request, actor, _found(actor, brief_id, brief_clearance_id))


@require_POST
@desk_page
def clearing(request: HttpRequest, actor: Actor, brief_id: int, brief_clearance_id: int) -> HttpResponse:
    """It holds from now on."""
    found = _found(actor, brief_id, brief_clearance_id)
    return tried(
        request,
        lambda: clear_brief(actor, found),
        told=_("The brief is cleared."),
        then=redirect("briefings:cleared", brief_id=found.brief_id),
        refused=lambda refusal: _page(request, actor, found, refusal=refusal),
    )


@require_POST
@desk_page
def giving_back(request: HttpRequest, actor: Actor, brief_id: int, brief_clearance_id: int) -> HttpResponse:
    """With what has to change."""
    found = _found(actor, brief_id, brief_clearance_id)
    comment = request.POST.get("comment", "")
    return tried(
        request,
        lambda: return_brief(actor, found, comment=comment),
        told=_("The brief is returned."),
        then=redirect("briefings:brief", brief_id=found.brief_id),
        refused=lambda refusal: _page(request, actor, found, refusal=refusal, comment=comment),
    )


@require_POST
@desk_page
def withdrawal(request: HttpRequest, actor: Actor, brief_id: int, brief_clearance_id: int) -> HttpResponse:
    """Nobody needs to decide."""
    require_writer(actor)
    found = _found(actor, brief_id, brief_clearance_id)
    return tried(
        request,
        lambda: withdraw_question(actor, found),
        told=_("The question is withdrawn."),
        then=redirect("briefings:brief", brief_id=found.brief_id),
    )


def _page(
    request: HttpRequest, actor: Actor, found: BriefClearance, *, refusal: str = "", comment: str = ""
) -> HttpResponse:
    standing = standing_of(found.brief)
    context = {
        "clearance": found,
        "brief": found.brief,
        "clearing": reverse("briefings:clearing", args=[found.brief_id, found.pk]),
        "giving_back": reverse("briefings:giving_back", args=[found.brief_id, found.pk]),
        "document": document_of(found),
        "changed": _changed(found),
        "may_decide": actor.may_clear and found.state == BriefClearance.State.ASKED,
        "stale": found.state == BriefClearance.State.ASKED and standing.asked is None,
        "refusal": refusal,
        "comment": comment,
    }
    return render(request, "briefings/clearance.html", context, status=409 if refusal else 200)


def _changed(found: BriefClearance) -> Changed:
    """Part by part against what was cleared before; nothing the first time."""
    before = (
        found.brief.clearances.filter(state=BriefClearance.State.CLEARED, pk__lt=found.pk)
        .order_by("-pk")
        .first()
    )
    if before is None:
        return []
    titles = [(part.value, title_of(part, found.brief.audience)) for part in Part]
    return changed(before.words, found.words, titles)


def _found(actor: Actor, brief_id: int, brief_clearance_id: int) -> BriefClearance:
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    found = get_object_or_404(
        brief.clearances.select_related("asked_by", "decided_by"), pk=brief_clearance_id
    )
    found.brief = brief
    return found
