"""One statement: what it says, what it names, what became of it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.settle import OutcomeUnfinished, settle_statement
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.statement_ties import mail_of, mails_answering, named_by
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.correspondence.web.letter_panel import shown_letter
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.audit.changes import history_of
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

OPEN = gettext_lazy("None yet")
RELATIONS = {
    "responds_to": gettext_lazy("Responds to"),
    "answered_in": gettext_lazy("Answered in"),
    "revises": gettext_lazy("Revises"),
    "revised_by": gettext_lazy("Revised by"),
}


class OutcomeForm(forms.Form):
    """What became of a statement."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"), choices=[("", OPEN), *Statement.Outcome.choices], required=False
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, required=False)
    until = DayInWords(label=gettext_lazy("Deferred until"), required=False)


@desk_page
def statement(request: HttpRequest, actor: Actor, statement_id: int) -> HttpResponse:
    """The page."""
    return _page(request, actor, _found(actor, statement_id))


@require_POST
@desk_page
def outcome(request: HttpRequest, actor: Actor, statement_id: int) -> HttpResponse:
    """Say what became of it; taking it back says what stood before."""
    found = _found(actor, statement_id)
    form = OutcomeForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        before = {
            "outcome": found.outcome,
            "reason": found.outcome_reason,
            "until": found.deferred_until.isoformat() if found.deferred_until else "",
        }
        try:
            settle_statement(actor, found, data["outcome"], reason=data["reason"], until=data["until"])
        except OutcomeUnfinished as refusal:
            form.add_error(None, str(refusal))
        else:
            undo = reverse("correspondence:statement_outcome", args=[found.pk])
            toast(request, _("The outcome is saved."), undo=undo, undo_fields=before)
            return redirect("correspondence:statement", statement_id=found.pk)
    return _page(request, actor, found, form=form, status=422)


def _page(
    request: HttpRequest,
    actor: Actor,
    found: Statement,
    *,
    form: OutcomeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    now = {"outcome": found.outcome, "reason": found.outcome_reason, "until": found.deferred_until}
    context = {
        "statement": found,
        "named": [(RELATIONS[each.kind], each) for each in named_by(actor, found)],
        "form": form or OutcomeForm(initial=now),
        "files": found.files.select_related("file").order_by("pk"),
        "mail": mail_of(actor, found),
        "answering": mails_answering(actor, found),
        "letter": shown_letter(actor, found),
        "history": history_of(actor, found, seen={Dossier: visible_dossiers(actor)}),
    }
    return render(request, "correspondence/statement.html", context, status=status)


def _found(actor: Actor, statement_id: int) -> Statement:
    related = visible_statements(actor).select_related("organisation", "dossier")
    return get_object_or_404(related, pk=statement_id)
