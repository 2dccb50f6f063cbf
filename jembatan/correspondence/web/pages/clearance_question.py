"""Asking for the clearance of a mail from its composer, and taking the question back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.ask import ask_clearance, withdraw_question
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.clearance import Step
from jembatan.correspondence.models import Clearer
from jembatan.correspondence.queries.clearance.asked import visible_clearances
from jembatan.correspondence.queries.clearance.words import who_clears
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.web.pages.saving import saved_as_typed
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def question(request: DeskRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """What was typed last is what is asked about."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    saved = saved_as_typed(request, actor, stored)
    if isinstance(saved, HttpResponse):
        return saved
    try:
        asked = ask_clearance(actor, saved)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        step = Step(Clearer(asked.clearer), asked.member_id)
        toast(request, _("Asked for clearance: %(who)s.") % {"who": who_clears(saved, step)})
    return redirect("correspondence:draft", draft_id=stored.pk)


@require_POST
@desk_page
def withdrawal(request: DeskRequest, actor: Actor, clearance_id: int) -> HttpResponse:
    """Nobody is asked any more."""
    require_writer(actor)
    asked = get_object_or_404(visible_clearances(actor), pk=clearance_id)
    try:
        withdraw_question(actor, asked)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The question is withdrawn."))
    return redirect("correspondence:draft", draft_id=asked.draft_id)
