"""Writing a formal letter: a new one, an answer to a statement, or one that has not left, changed."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.letters.write import start_letter, write_letter
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.statements.edit import ChangedMeanwhile
from jembatan.correspondence.models import Statement, StatementLetter
from jembatan.correspondence.queries.formal_letters.templates import all_templates
from jembatan.correspondence.queries.numbering.series import all_series
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.correspondence.web.letter_form import LetterForm
from jembatan.correspondence.web.statement_form import standing_otherwise
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

PAGE = "correspondence/letter_edit.html"


@desk_page
def new_letter(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A new one; `?answers=` names the statement that it answers."""
    require_writer(actor)
    answered = record_number(request.GET.get("answers", ""))
    form = LetterForm(actor, request.POST or None, initial=_answering(actor, answered) if answered else {})
    if request.method == "POST" and form.is_valid():
        try:
            written = start_letter(actor, form.entered(), form.wording)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("correspondence:statement", statement_id=written.pk)
    ready = all_series(actor).exists() and all_templates(actor).exists()
    return render(request, PAGE, {"form": form, "ready": ready}, status=422 if form.errors else 200)


@desk_page
def letter(request: HttpRequest, actor: Actor, statement_id: int) -> HttpResponse:
    """The form, and saving; a conflict shows what stands now, a lower marking is asked about."""
    require_writer(actor)
    stored = get_object_or_404(visible_statements(actor), pk=statement_id)
    get_object_or_404(StatementLetter.objects.all(), statement=stored)
    form = LetterForm(actor, request.POST or None, instance=_again(actor, stored))
    context = {"form": form, "statement": stored, "ready": True}
    if request.method == "POST" and form.is_valid():
        version, confirmed = form.cleaned_data["version"] or 0, "confirmed" in request.POST
        try:
            write_letter(actor, stored, form.entered(), form.wording, version=version, confirmed=confirmed)
        except ChangedMeanwhile as conflict:
            return _conflict(request, actor, conflict)
        except LoweredMarking as refusal:
            form.add_error("marking", refusal)
            form.fields["confirmed"] = forms.BooleanField(label=_("Yes, lower the marking"))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("Saved."))
            return redirect("correspondence:statement", statement_id=stored.pk)
    return render(request, PAGE, context, status=422 if form.errors else 200)


def _conflict(request: HttpRequest, actor: Actor, conflict: ChangedMeanwhile) -> HttpResponse:
    current = conflict.statement
    form = LetterForm(actor, on_version(request.POST, current.version), instance=_again(actor, current))
    standing = LetterForm(actor, instance=_again(actor, current))
    context = {
        "form": form,
        "statement": current,
        "ready": True,
        "refusal": str(conflict),
        "differences": standing_otherwise(form, standing),
    }
    return render(request, PAGE, context, status=409)


def _answering(actor: Actor, statement_id: int) -> dict[str, object]:
    """What an answer takes over from the statement that it answers; nothing from one that the actor cannot see."""
    asked = visible_statements(actor).filter(pk=statement_id).first()
    if asked is None:
        return {}
    return {
        "title": _("Reply to: %(title)s") % {"title": asked.title},
        "body": asked.body,
        "organisation": asked.organisation_id,
        "answers": asked.their_number or asked.number,
        "purpose": Statement.Purpose.INFORMATION,
        "dossier": asked.dossier_id,
        "marking": asked.marking,
    }


def _again(actor: Actor, statement: Statement) -> Statement:
    """The same once more: a model form writes what is typed into the one that it is given."""
    return visible_statements(actor).get(pk=statement.pk)
