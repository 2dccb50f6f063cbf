"""A line that was said elsewhere, and somebody who was told an old wording."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.correct import start_correction
from jembatan.correspondence.actions.lines.use import record_use
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import LineHearer
from jembatan.correspondence.queries.lines.told import visible_uses
from jembatan.correspondence.queries.lines.visible import Standing, standing_of, visible_lines
from jembatan.correspondence.web.languages import language_name
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.naming import named
from jembatan.directory.web.party_field import party_field
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class UseForm(forms.Form):
    """Where it was said, and to whom."""

    occasion = forms.CharField(label=gettext_lazy("Occasion"), max_length=300)
    language = forms.ChoiceField(label=gettext_lazy("Language"))
    person = party_field("people", gettext_lazy("Person"), required=False)
    organisation = party_field("organisations", gettext_lazy("Organisation"), required=False)


@desk_page
def line_use(request: HttpRequest, actor: Actor, line_id: int) -> HttpResponse:
    """Say that it was said, in a meeting or on the telephone."""
    require_writer(actor)
    row = standing_of(actor, get_object_or_404(visible_lines(actor), pk=line_id))
    form = UseForm(request.POST or None)
    texts = row.current.texts if row.current else {}
    offer(form, "language", [(code, language_name(code)) for code in texts])
    if request.method == "POST" and form.is_valid() and _recorded(actor, row, form):
        toast(request, _("Recorded."))
        return redirect("correspondence:line", line_id=row.line.pk)
    context = {"form": form, "line": row.line}
    return render(request, "correspondence/line_use.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def correction(request: HttpRequest, actor: Actor, hearer_id: int) -> HttpResponse:
    """A draft to somebody who was told an old wording."""
    hearers = LineHearer.objects.filter(
        use__in=visible_uses(actor), use__version__line__in=visible_lines(actor)
    )
    hearer = get_object_or_404(hearers.select_related("use__version"), pk=hearer_id)
    try:
        draft = start_correction(actor, hearer)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:line", line_id=hearer.use.version.line_id)
    return redirect("correspondence:draft", draft_id=draft.pk)


def _recorded(actor: Actor, row: Standing, form: UseForm) -> bool:
    typed = form.cleaned_data
    person = named(actor, Person, typed["person"]) if typed["person"] else None
    organisation = named(actor, Organisation, typed["organisation"]) if typed["organisation"] else None
    for field, party in (("person", person), ("organisation", organisation)):
        if typed[field] and party is None:
            form.add_error(field, _("Choose somebody of the directory."))
    if form.errors:
        return False
    parties = [party for party in (person, organisation) if party is not None]
    try:
        record_use(actor, row.line, occasion=typed["occasion"], language=typed["language"], parties=parties)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
