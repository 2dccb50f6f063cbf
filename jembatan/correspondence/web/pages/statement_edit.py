"""Changing a statement of the register; a conflict shows what stands now, a lower marking is asked about."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.edit import ChangedMeanwhile, edit_statement
from jembatan.correspondence.actions.statements.record import NumberTaken
from jembatan.correspondence.models import Statement, StatementLetter
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.correspondence.web.statement_form import StatementForm, standing_otherwise
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def statement_edit(request: HttpRequest, actor: Actor, statement_id: int) -> HttpResponse:
    """The form, and saving. What has not left yet is changed together with its letter."""
    require_writer(actor)
    stored = get_object_or_404(visible_statements(actor), pk=statement_id)
    if stored.state == Statement.State.DRAFT and StatementLetter.objects.filter(statement=stored).exists():
        return redirect("correspondence:letter", statement_id=stored.pk)
    form = StatementForm(actor, request.POST or None, instance=_again(actor, stored))
    if request.method != "POST" or not form.is_valid():
        return _page(request, stored, form)
    try:
        edit_statement(
            actor,
            stored,
            form.entered(),
            version=form.cleaned_data["version"] or 0,
            confirmed="confirmed" in request.POST,
        )
    except NumberTaken as refusal:
        form.add_error("number", str(refusal))
    except LoweredMarking as refusal:
        form.add_error("marking", refusal)
        form.fields["confirmed"] = forms.BooleanField(label=_("Yes, lower the marking"))
    except ChangedMeanwhile as conflict:
        return _conflict(request, actor, conflict)
    else:
        toast(request, _("Saved."))
        return redirect("correspondence:statement", statement_id=stored.pk)
    return _page(request, stored, form)


def _conflict(request: HttpRequest, actor: Actor, conflict: ChangedMeanwhile) -> HttpResponse:
    """409: what was typed stays in the form; saving again replaces the other knowingly."""
    current = conflict.statement
    form = StatementForm(actor, on_version(request.POST, current.version), instance=_again(actor, current))
    standing = StatementForm(actor, instance=_again(actor, current))
    context = {
        "statement": current,
        "form": form,
        "refusal": str(conflict),
        "differences": standing_otherwise(form, standing),
    }
    return render(request, "correspondence/statement_edit.html", context, status=409)


def _page(request: HttpRequest, statement: Statement, form: StatementForm) -> HttpResponse:
    context = {"statement": statement, "form": form}
    return render(request, "correspondence/statement_edit.html", context, status=422 if form.errors else 200)


def _again(actor: Actor, statement: Statement) -> Statement:
    """The same once more: a model form writes what is typed into the one that it is given."""
    return visible_statements(actor).get(pk=statement.pk)
