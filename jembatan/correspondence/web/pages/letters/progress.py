"""What is done with a letter that is written: number and mail, withdrawal, and the letter as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.letters.enclosing import letter_name
from jembatan.correspondence.actions.letters.finalise import finalise, withdraw_letter
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.formal_letters.letter import letter_docx, letter_pdf
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.platform.access import require_writer
from jembatan.platform.documents.letter import TemplateFault
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

WRITERS = {"pdf": letter_pdf, "docx": letter_docx}


@require_POST
@desk_page
def letter_number(request: HttpRequest, actor: Actor, statement_id: int) -> HttpResponse:
    """Its number, and the mail by which it leaves: writing goes on there."""
    require_writer(actor)
    stored = get_object_or_404(visible_statements(actor), pk=statement_id)
    try:
        draft = finalise(actor, stored)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:statement", statement_id=stored.pk)
    return redirect("correspondence:draft", draft_id=draft.pk)


@require_POST
@desk_page
def letter_withdrawal(request: HttpRequest, actor: Actor, statement_id: int) -> HttpResponse:
    """It does not leave, for a reason."""
    require_writer(actor)
    stored = get_object_or_404(visible_statements(actor), pk=statement_id)
    try:
        withdraw_letter(actor, stored, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The letter is withdrawn."))
    return redirect("correspondence:statement", statement_id=stored.pk)


@desk_page
def letter_file(request: HttpRequest, actor: Actor, statement_id: int, form: str) -> HttpResponse:
    """The letter as it stands, as PDF or Word."""
    stored = _with_letter(actor, statement_id)
    if form not in WRITERS:
        raise Http404
    try:
        content = WRITERS[form](stored)
    except TemplateFault as fault:
        toast(request, str(fault), tone="danger")
        return redirect("correspondence:statement", statement_id=stored.pk)
    return download(content, name=letter_name(stored, form))


def _with_letter(actor: Actor, statement_id: int) -> Statement:
    letters = visible_statements(actor).select_related(
        "letter__template__logo", "letter__template__word_file"
    )
    return get_object_or_404(letters, pk=statement_id, letter__isnull=False)
