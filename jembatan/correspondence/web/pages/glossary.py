"""Settings → Glossary: words to use and to avoid, by partner."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.preflight.glossary import add_term, remove_term
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import GlossaryTerm
from jembatan.correspondence.queries.preflight.settled import glossary_of
from jembatan.directory.models import Organisation
from jembatan.directory.queries.naming import named
from jembatan.directory.web.party_field import party_field
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class TermForm(forms.Form):
    """A word, what to write instead, and for whom."""

    avoid = forms.CharField(label=gettext_lazy("Avoid"), max_length=120)
    use = forms.CharField(label=gettext_lazy("Use instead"), max_length=120, required=False)
    organisation = party_field(
        "organisations",
        gettext_lazy("Partner"),
        required=False,
        help_text=gettext_lazy("Empty: for everyone."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[("", gettext_lazy("Every language")), *GlossaryTerm.Language.choices],
        required=False,
    )


@desk_page
def glossary(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: for everyone; POST: an officer adds a term."""
    if request.method == "POST":
        require_officer(actor)
    form = TermForm(request.POST or None)
    if request.method == "POST" and (term := _added(actor, form)):
        toast(
            request,
            _("“%(avoid)s” is in the glossary now.") % {"avoid": term.avoid},
            undo=reverse("correspondence:glossary_removal", args=[term.pk]),
        )
        return redirect("correspondence:glossary")
    context = {"form": form, "terms": glossary_of(actor)}
    return render(request, "correspondence/glossary.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def glossary_removal(request: HttpRequest, actor: Actor, term_id: int) -> HttpResponse:
    """Take a term out; the toast brings it back."""
    term = get_object_or_404(glossary_of(actor), pk=term_id)
    fields = {"avoid": term.avoid, "use": term.use, "language": term.language}
    fields["organisation"] = term.organisation.name if term.organisation else ""
    remove_term(actor, term)
    toast(
        request,
        _("“%(avoid)s” is no longer in the glossary.") % {"avoid": fields["avoid"]},
        undo=reverse("correspondence:glossary"),
        undo_fields=fields,
    )
    return redirect("correspondence:glossary")


def _added(actor: Actor, form: TermForm) -> GlossaryTerm | None:
    """The term that the form names; None, with the reason in the form, where it names none."""
    if not form.is_valid():
        return None
    typed = form.cleaned_data
    organisation = named(actor, Organisation, typed["organisation"]) if typed["organisation"] else None
    if typed["organisation"] and organisation is None:
        form.add_error("organisation", _("Choose an organisation of the directory."))
        return None
    try:
        return add_term(
            actor,
            organisation=organisation,
            language=typed["language"],
            avoid=typed["avoid"],
            use=typed["use"],
        )
    except Refused as refusal:
        form.add_error("avoid", str(refusal))
        return None
