"""The register of statements: requests that wait, what came and what went; and entering one by hand."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.record import Entered, NumberTaken, record_statement
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.statements import VIEWS, as_view, statements_in
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import toast

UNKNOWN = gettext_lazy("Unknown")
LABELS = {
    "open": gettext_lazy("Requests that wait"),
    "received": gettext_lazy("Received"),
    "ours": gettext_lazy("Ours"),
}


class StatementForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in its stubs alone
    """A statement as it is entered."""

    state = forms.ChoiceField(label=gettext_lazy("State"), choices=Statement.State.choices)
    purpose = forms.ChoiceField(
        label=gettext_lazy("Purpose"), choices=[("", UNKNOWN), *Statement.Purpose.choices], required=False
    )
    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Organisation"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=UNKNOWN,
    )
    dossier = forms.ModelChoiceField(
        label=gettext_lazy("Dossier"),
        queryset=Dossier.objects.none(),
        required=False,
        empty_label=gettext_lazy("None"),
    )

    class Meta:
        model = Statement
        fields = (
            "state", "number", "title", "body", "organisation", "their_number", "purpose", "dated", "deadline", "remark", "dossier",
            "marking",
        )  # fmt: skip
        widgets = {
            "dated": forms.DateInput(attrs={"type": "date"}),
            "deadline": forms.DateInput(attrs={"type": "date"}),
            "remark": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *arguments: Any, actor: Actor) -> None:
        super().__init__(*arguments)
        self.fields["number"].required = True
        offer_records(self, "organisation", visible_organisations(actor).order_by("name_folded"))
        offer_records(
            self, "dossier", visible_dossiers(actor).filter(closed_at__isnull=True).order_by("title")
        )

    def entered(self) -> Entered:
        """For the action."""
        data = dict(self.cleaned_data)
        return Entered(
            **data | {"state": Statement.State(data["state"]), "marking": Marking(data["marking"])}
        )


@desk_page
def statements(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?view=` open, received or ours; with `after`, the next rows only."""
    view, after = as_view(request.GET.get("view", "")), request.GET.get("after", "").replace("\x00", "")
    page = statements_in(actor, view, after=after)
    context = {
        "statements": page.rows,
        "view": view,
        "views": [(name, LABELS[name]) for name in VIEWS],
        "more_url": more_url(request.path, page.next_after, view=view),
    }
    return render(
        request, "correspondence/statements.html#rows" if after else "correspondence/statements.html", context
    )


@desk_page
def new_statement(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Enter one that came or went on another way."""
    require_writer(actor)
    form = StatementForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            statement = record_statement(actor, form.entered())
        except NumberTaken as refusal:
            form.add_error("number", str(refusal))
        else:
            toast(request, _("%(statement)s is in the register.") % {"statement": statement.number})
            return redirect("correspondence:statement", statement_id=statement.pk)
    return render(
        request, "correspondence/new_statement.html", {"form": form}, status=422 if form.errors else 200
    )
