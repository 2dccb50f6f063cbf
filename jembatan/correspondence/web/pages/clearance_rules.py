"""Settings → Clearance: which mail needs whose agreement."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role, User
from jembatan.correspondence.actions.clearance.rules import add_rule, remove_rule
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import ClearanceRule, Clearer
from jembatan.correspondence.queries.clearance.rules import visible_rules
from jembatan.directory.models import Organisation
from jembatan.directory.queries.naming import named
from jembatan.directory.web.party_field import party_field, refuse_unknown
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_head
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

GIVEN = ("condition", "dossier", "marking", "clearer", "member")


class RuleForm(forms.Form):
    """What the rule is about, and who clears; fields that the kind does not ask for stay empty."""

    condition = forms.ChoiceField(
        label=gettext_lazy("What needs clearance"), choices=ClearanceRule.Condition.choices
    )
    organisation = party_field("organisations", gettext_lazy("Partner"), required=False)
    dossier = forms.ModelChoiceField(
        Dossier.objects.none(), label=gettext_lazy("Dossier"), required=False, empty_label="—"
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"),
        required=False,
        choices=[("", "—"), *((marking.value, marking.value) for marking in Marking)],
    )
    clearer = forms.ChoiceField(label=gettext_lazy("Who clears"), choices=Clearer.choices)
    member = forms.ModelChoiceField(
        User.objects.none(), label=gettext_lazy("Named member"), required=False, empty_label="—"
    )

    address = forms.EmailField(label=gettext_lazy("Address of the department"), required=False)

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_records(self, "dossier", visible_dossiers(actor).order_by("title"))
        writers = User.objects.filter(memberships__desk=actor.desk).exclude(
            memberships__desk=actor.desk, memberships__role=Role.READER
        )
        offer_records(self, "member", writers.order_by("full_name"))


@desk_page
def clearance_rules(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: for everyone. POST: the head adds a rule."""
    if request.method != "POST":
        return _page(request, actor, RuleForm(actor))
    require_head(actor)
    form = RuleForm(actor, request.POST)
    if not form.is_valid():
        return _page(request, actor, form)
    wanted = _wanted(actor, form)
    if wanted is None:
        return _page(request, actor, form)
    try:
        add_rule(actor, wanted)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, actor, form)
    toast(request, _("The rule holds from now on."))
    return redirect("correspondence:clearance_rules")


@require_POST
@desk_page
def rule_removal(request: HttpRequest, actor: Actor, rule_id: int) -> HttpResponse:
    """The rule is gone."""
    remove_rule(actor, get_object_or_404(visible_rules(actor), pk=rule_id))
    toast(request, _("The rule is removed."))
    return redirect("correspondence:clearance_rules")


def _wanted(actor: Actor, form: RuleForm) -> ClearanceRule | None:
    typed = form.cleaned_data["organisation"]
    organisation = named(actor, Organisation, typed) if typed else None
    if typed and organisation is None:
        refuse_unknown(form, "organisation", typed)
        return None
    given = {name: form.cleaned_data[name] for name in GIVEN}
    address = form.cleaned_data["address"].lower()
    return ClearanceRule(desk=actor.desk, organisation=organisation, address=address, **given)


def _page(request: HttpRequest, actor: Actor, form: RuleForm) -> HttpResponse:
    context = {"rules": visible_rules(actor), "form": form}
    return render(request, "correspondence/clearance/rules.html", context, status=422 if form.errors else 200)
