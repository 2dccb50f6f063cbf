"""A step of the plan: its form, and what becomes of it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.actions.steps import (
    StepChangedMeanwhile,
    StepContent,
    add_step,
    edit_step,
    settle_step,
)
from jembatan.dossiers.models import Dossier, Step
from jembatan.dossiers.queries.plan import possible_owners, steps_of
from jembatan.dossiers.web.pages.found import found
from jembatan.dossiers.web.party_keys import key_of, party_choices, party_of
from jembatan.platform.access import require_writer
from jembatan.platform.audit.changes import history_of
from jembatan.platform.markings import LoweredMarking, Marking
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.forms import offer, offer_records, on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

State = Step.State


class StepForm(forms.Form):
    """What is to be done, by whom on both sides, from when until when."""

    title = forms.CharField(label=gettext_lazy("Step"), max_length=200)
    ours = forms.ModelChoiceField(
        label=gettext_lazy("On our side"),
        queryset=User.objects.none(),
        required=False,
        empty_label=gettext_lazy("Nobody"),
    )
    theirs = forms.ChoiceField(label=gettext_lazy("On their side"), required=False)
    starts_on = DayInWords(label=gettext_lazy("From"), required=False)
    ends_on = DayInWords(
        label=gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("A day as you say it: “17 August 2026”, “next friday”."),
    )
    after = forms.ModelChoiceField(
        label=gettext_lazy("Comes after"),
        queryset=Step.objects.none(),
        required=False,
        empty_label=gettext_lazy("No other step"),
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"),
        choices=[(m.value, m.value) for m in Marking],
        help_text=gettext_lazy("A plan for a partner holds what is marked TLP:AMBER or lower."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def offer_from(self, dossier: Dossier, step: Step | None) -> None:
        """What there is to choose from."""
        owners = possible_owners(dossier)
        if step and step.ours_id:
            owners = User.objects.filter(pk__in=[*owners.values_list("pk", flat=True), step.ours_id])
        offer_records(self, "ours", owners)
        choices = party_choices(dossier, step.theirs if step else None)
        offer(self, "theirs", [("", _("Nobody")), *choices])
        others = steps_of(dossier).exclude(state=State.DROPPED)
        offer_records(self, "after", others.exclude(pk=step.pk) if step else others)

    def content(self, actor: Actor) -> StepContent:
        """Of a valid form."""
        said = self.cleaned_data
        return StepContent(
            title=said["title"],
            ours=said["ours"],
            theirs=party_of(said["theirs"], desk_id=actor.desk.pk),
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            after=said["after"],
            marking=Marking(said["marking"]),
        )


@desk_page
def new_step(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The form, and adding."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    form = StepForm(request.POST or None, initial={"marking": dossier.marking, "ours": actor.user})
    form.offer_from(dossier, None)
    if request.method == "POST" and form.is_valid():
        try:
            add_step(actor, dossier, form.content(actor))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _to_plan(dossier)
    return _page(request, {"form": form, "dossier": dossier}, 422 if form.errors else 200)


@desk_page
def step(request: HttpRequest, actor: Actor, dossier_id: int, step_id: int) -> HttpResponse:
    """The form, and saving; a conflict shows what stands now beside what was typed, a lower marking is asked about."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    edited = _step_or_404(dossier, step_id)
    form = StepForm(request.POST or None, initial=_initial(edited))
    form.offer_from(dossier, edited)
    context: dict[str, Any] = {"form": form, "dossier": dossier, "step": edited}
    status = 200
    if request.method == "POST" and form.is_valid():
        version, confirmed = form.cleaned_data["version"] or 0, "confirmed" in request.POST
        try:
            edit_step(actor, edited, form.content(actor), version=version, confirmed=confirmed)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except LoweredMarking as refusal:
            form.add_error("marking", refusal)
            form.fields["confirmed"] = forms.BooleanField(label=_("Yes, lower the marking"))
        except StepChangedMeanwhile as conflict:
            form.data = on_version(request.POST, conflict.step.version)
            context |= {"conflict": conflict}
            status = 409
        else:
            toast(request, _("Saved."))
            return _to_plan(dossier)
    context["history"] = history_of(actor, edited)
    return _page(request, context, 422 if form.errors else status)


@require_POST
@desk_page
def step_state(request: HttpRequest, actor: Actor, dossier_id: int, step_id: int) -> HttpResponse:
    """`state` says what becomes of it; the toast knows the way back."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    before = _step_or_404(dossier, step_id)
    asked = request.POST.get("state", "")
    if asked not in State.values:
        raise Http404
    settled = settle_step(actor, before, State(asked))
    told = {
        State.DONE: _("“%(step)s” is done."),
        State.DROPPED: _("“%(step)s” is dropped."),
        State.OPEN: _("“%(step)s” is open again."),
    }[State(asked)]
    undo = reverse("dossiers:step_state", args=[dossier.pk, settled.pk])
    toast(request, told % {"step": settled}, undo=undo, undo_fields={"state": before.state})
    return _to_plan(dossier)


def _initial(step: Step) -> dict[str, Any]:
    fields = ("title", "ours", "starts_on", "ends_on", "after", "marking", "version")
    return {name: getattr(step, name) for name in fields} | {"theirs": key_of(step.theirs)}


def _step_or_404(dossier: Dossier, step_id: int) -> Step:
    step: Step = get_object_or_404(steps_of(dossier), pk=step_id)
    step.dossier = dossier
    return step


def _page(request: HttpRequest, context: dict[str, Any], status: int) -> HttpResponse:
    return render(request, "dossiers/plan/step.html", context, status=status)


def _to_plan(dossier: Dossier) -> HttpResponse:
    return redirect("dossiers:plan", dossier_id=dossier.pk)
