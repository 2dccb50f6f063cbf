"""Lines to take in the composer: `;word` by its script, or chosen from a page."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import NotOpen
from jembatan.correspondence.actions.drafts.write import SavedMeanwhile, save_draft
from jembatan.correspondence.actions.lines.insert import append_line, insert_line
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.lines.listing import lines_in
from jembatan.correspondence.queries.lines.visible import State, visible_lines
from jembatan.correspondence.web.composing import composer
from jembatan.correspondence.web.languages import language_name
from jembatan.correspondence.web.pages.draft import DraftForm, both_wordings
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def draft_lines(request: DeskRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """POST: what the composer holds is saved first. GET: lines to choose from, `?q=` narrows them."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    if request.method == "POST":
        return _saved(request, actor, stored)
    text = request.GET.get("q", "").replace("\x00", "")
    rows = [
        {"row": row, "texts": [(code, language_name(code), said) for code, said in row.current.texts.items()]}
        for row in lines_in(actor, text=text, state=State.CLEARED)
        if row.current
    ]
    context = {"draft": stored, "rows": rows, "q": text}
    return render(request, "correspondence/draft_lines.html", context)


@require_POST
@desk_page
def insertion(request: DeskRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """For the script: `word` and the `text` around it give the line in its language, or 422 with a sentence."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    word, text = (request.POST.get(name, "").replace("\x00", "") for name in ("word", "text"))
    try:
        said = insert_line(actor, stored, word=word, text=text)
    except Refused as refusal:
        return JsonResponse({"refusal": str(refusal)}, status=422)
    return JsonResponse({"text": said})


@require_POST
@desk_page
def appending(request: HttpRequest, actor: Actor, draft_id: int, line_id: int) -> HttpResponse:
    """Below what is written, in the `language` of the button."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    line = get_object_or_404(visible_lines(actor), pk=line_id)
    try:
        append_line(actor, stored, line, language=request.POST.get("language", ""))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("“%(topic)s” stands at the end of the letter.") % {"topic": line.topic})
    return redirect("correspondence:draft", draft_id=stored.pk)


def _saved(request: DeskRequest, actor: Actor, stored: Draft) -> HttpResponse:
    form = DraftForm(actor, request.POST, instance=visible_drafts(actor).get(pk=stored.pk))
    if not form.is_valid():
        return composer(request, actor, stored, form, status=422)
    version, editor = form.cleaned_data["version"], form.cleaned_data["editor"]
    try:
        save_draft(actor, stored, form.content, version=version, editor=editor)
    except SavedMeanwhile as refusal:
        return both_wordings(request, actor, refusal)
    except NotOpen as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:draft", draft_id=stored.pk)
    return redirect(reverse("correspondence:draft_lines", args=[stored.pk]))
