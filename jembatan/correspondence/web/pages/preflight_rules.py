"""Settings → Pre-flight: which rules letters are checked by, and the highest marking for each partner."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.preflight.limits import remove_limit, set_limit
from jembatan.correspondence.actions.preflight.tuning import tune_rules
from jembatan.correspondence.models import RuleTuning
from jembatan.correspondence.preflight.check import Tuning
from jembatan.correspondence.preflight.finding import Severity
from jembatan.correspondence.queries.preflight.desk_rules import rules_of
from jembatan.correspondence.queries.preflight.settled import limits_of
from jembatan.directory.models import Organisation
from jembatan.directory.queries.naming import named
from jembatan.directory.web.party_field import party_field
from jembatan.platform.access import require_head
from jembatan.platform.markings import Marking
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class LimitForm(forms.Form):
    """A partner, and the highest marking of letters to it."""

    organisation = party_field("organisations", gettext_lazy("Partner"))
    highest = forms.ChoiceField(
        label=gettext_lazy("Highest marking"), choices=[(m.value, m.value) for m in Marking]
    )


@desk_page
def preflight_rules(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: for everyone; POST: the head sets every rule at once."""
    if request.method == "POST":
        changed = tune_rules(actor, _wanted(request, actor))
        text = ngettext("%(count)d rule is changed.", "%(count)d rules are changed.", changed)
        toast(request, text % {"count": changed})
        return redirect("correspondence:preflight_rules")
    return _page(request, actor, LimitForm())


@require_POST
@desk_page
def marking_limit(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Set the highest marking for a partner."""
    require_head(actor)
    form = LimitForm(request.POST)
    organisation = named(actor, Organisation, request.POST.get("organisation", ""))
    if form.is_valid() and organisation is None:
        form.add_error("organisation", _("Choose an organisation of the directory."))
    if organisation is None or not form.is_valid():
        return _page(request, actor, form)
    limit = set_limit(actor, organisation, highest=Marking(form.cleaned_data["highest"]))
    toast(
        request,
        _("Letters up to %(marking)s may go to %(name)s.") % {"marking": limit.highest, "name": organisation},
        undo=reverse("correspondence:marking_limit_removal", args=[limit.pk]),
    )
    return redirect("correspondence:preflight_rules")


@require_POST
@desk_page
def marking_limit_removal(request: HttpRequest, actor: Actor, limit_id: int) -> HttpResponse:
    """Take it away; the toast brings it back."""
    limit = get_object_or_404(limits_of(actor), pk=limit_id)
    organisation, highest = limit.organisation, limit.highest
    remove_limit(actor, limit)
    toast(
        request,
        _("No highest marking is set for %(name)s any more.") % {"name": organisation},
        undo=reverse("correspondence:marking_limit"),
        undo_fields={"organisation": organisation.name, "highest": highest},
    )
    return redirect("correspondence:preflight_rules")


def _wanted(request: HttpRequest, actor: Actor) -> dict[str, Tuning]:
    """What the form says of each rule; an unknown severity is the rule's own."""
    wanted = {}
    for rule in rules_of(actor):
        severity = request.POST.get(f"severity-{rule.id}", "")
        wanted[rule.id] = Tuning(
            f"on-{rule.id}" in request.POST, Severity(severity) if severity in set(Severity) else None
        )
    return wanted


def _page(request: HttpRequest, actor: Actor, form: LimitForm) -> HttpResponse:
    context = {
        "rules": rules_of(actor),
        "severities": RuleTuning.Severity.choices,
        "limits": limits_of(actor),
        "form": form,
    }
    return render(request, "correspondence/preflight_rules.html", context, status=422 if form.errors else 200)
