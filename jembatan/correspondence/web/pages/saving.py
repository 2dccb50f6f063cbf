"""What was typed last is saved before a button of the composer does anything with the mail."""

from django.http import HttpResponse
from django.shortcuts import redirect

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import NotOpen
from jembatan.correspondence.actions.drafts.write import SavedMeanwhile, save_draft
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.web.composing import composer
from jembatan.correspondence.web.pages.draft import DraftForm, both_wordings
from jembatan.platform.ui.guard import DeskRequest
from jembatan.platform.ui.toasts import toast


def saved_as_typed(request: DeskRequest, actor: Actor, stored: Draft) -> Draft | HttpResponse:
    """The draft that stands now; where it could not be saved, the answer that says why."""
    if "version" not in request.POST:
        return stored
    form = DraftForm(actor, request.POST, instance=visible_drafts(actor).get(pk=stored.pk))
    if not form.is_valid():
        return composer(request, actor, stored, form, status=422)
    version, editor = form.cleaned_data["version"], form.cleaned_data["editor"]
    try:
        return save_draft(actor, stored, form.content, version=version, editor=editor)
    except SavedMeanwhile as refusal:
        return both_wordings(request, actor, refusal)
    except NotOpen as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:draft", draft_id=stored.pk)
