"""Objectives, their readings, and our interests."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.objectives import (
    ObjectiveContent,
    add_interest,
    add_objective,
    drop_objective,
    edit_objective,
    read_measure,
    remove_interest,
    take_out_reading,
    take_up_objective,
)
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Dossier, Objective, Reading
from jembatan.dossiers.web.pages.found import found
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking, Marking
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class ObjectiveForm(forms.Form):
    """What is to be reached, and how one knows."""

    text = forms.CharField(label=gettext_lazy("Objective"), max_length=300)
    measure = forms.CharField(
        label=gettext_lazy("Measured by"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("What is counted, with its unit: “pilots trained”, “days to an answer”."),
    )
    target = forms.DecimalField(
        label=gettext_lazy("Target"), max_digits=14, decimal_places=2, required=False, localize=True
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"),
        choices=[(m.value, m.value) for m in Marking],
        help_text=gettext_lazy("A plan for a partner holds what is marked TLP:AMBER or lower."),
    )

    def content(self) -> ObjectiveContent:
        """Of a valid form."""
        said = self.cleaned_data
        return ObjectiveContent(
            text=said["text"],
            measure=said["measure"],
            target=said["target"],
            marking=Marking(said["marking"]),
        )


class ReadingForm(forms.Form):
    """A number, of a day."""

    value = forms.DecimalField(label=gettext_lazy("Reached"), max_digits=14, decimal_places=2, localize=True)
    on_day = DayInWords(label=gettext_lazy("On"))
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)


class InterestForm(forms.Form):
    """What we are after."""

    text = forms.CharField(
        label=gettext_lazy("Interest"),
        max_length=500,
        help_text=gettext_lazy("For us alone: it is part of no plan, no link and no file for a partner."),
    )


@desk_page
def new_objective(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The form, and adding."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    form = ObjectiveForm(request.POST or None, initial={"marking": dossier.marking})
    if request.method == "POST" and form.is_valid():
        try:
            add_objective(actor, dossier, form.content())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _to_plan(dossier)
    title = _("Add an objective")
    return _page(request, dossier, form, title, reverse("dossiers:new_objective", args=[dossier.pk]))


@desk_page
def objective(request: HttpRequest, actor: Actor, dossier_id: int, objective_id: int) -> HttpResponse:
    """The form, and saving; a lower marking is asked about."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    edited = _objective_or_404(dossier, objective_id)
    fields = ("text", "measure", "target", "marking")
    form = ObjectiveForm(request.POST or None, initial={name: getattr(edited, name) for name in fields})
    if request.method == "POST" and form.is_valid():
        try:
            edit_objective(actor, edited, form.content(), confirmed="confirmed" in request.POST)
        except Refused as refusal:
            form.add_error("measure", str(refusal))
        except LoweredMarking as refusal:
            form.add_error("marking", refusal)
            form.fields["confirmed"] = forms.BooleanField(label=_("Yes, lower the marking"))
        else:
            toast(request, _("Saved."))
            return _to_plan(dossier)
    return _page(request, dossier, form, edited.text, request.path)


@require_POST
@desk_page
def objective_dropping(
    request: HttpRequest, actor: Actor, dossier_id: int, objective_id: int
) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    gone = _objective_or_404(dossier, objective_id)
    drop_objective(actor, gone)
    undo = reverse("dossiers:objective_return", args=[dossier.pk, gone.pk])
    toast(request, _("The objective is not pursued any more."), undo=undo)
    return _to_plan(dossier)


@require_POST
@desk_page
def objective_return(request: HttpRequest, actor: Actor, dossier_id: int, objective_id: int) -> HttpResponse:
    """The undo."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    take_up_objective(actor, _objective_or_404(dossier, objective_id))
    return _to_plan(dossier)


@desk_page
def reading(request: HttpRequest, actor: Actor, dossier_id: int, objective_id: int) -> HttpResponse:
    """What the measure says, today unless another day is given."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    measured = _objective_or_404(dossier, objective_id)
    form = ReadingForm(request.POST or None, initial={"on_day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            kept = read_measure(actor, measured, said["value"], on_day=said["on_day"], note=said["note"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            undo = reverse("dossiers:reading_removal", args=[dossier.pk, kept.pk])
            toast(request, _("Written down."), undo=undo)
            return _to_plan(dossier)
    title = f"{measured.text}: {measured.measure}" if measured.measure else measured.text
    return _page(request, dossier, form, title, request.path)


@require_POST
@desk_page
def reading_removal(request: HttpRequest, actor: Actor, dossier_id: int, reading_id: int) -> HttpResponse:
    """It was wrong."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    readings = Reading.objects.filter(objective__dossier=dossier).select_related("objective__dossier")
    take_out_reading(actor, get_object_or_404(readings, pk=reading_id))
    toast(request, _("The reading is taken out."))
    return _to_plan(dossier)


@desk_page
def new_interest(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """What we are after."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    form = InterestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_interest(actor, dossier, form.cleaned_data["text"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _to_plan(dossier)
    title = _("Add an interest of ours")
    return _page(request, dossier, form, title, reverse("dossiers:new_interest", args=[dossier.pk]))


@require_POST
@desk_page
def interest_removal(
    request: HttpRequest, actor: Actor, dossier_id: int, own_interest_id: int
) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    gone = get_object_or_404(dossier.interests.select_related("dossier"), pk=own_interest_id)
    text = gone.text
    remove_interest(actor, gone)
    undo = reverse("dossiers:new_interest", args=[dossier.pk])
    toast(request, _("Interest removed."), undo=undo, undo_fields={"text": text})
    return _to_plan(dossier)


def _objective_or_404(dossier: Dossier, objective_id: int) -> Objective:
    return get_object_or_404(
        Objective.objects.filter(dossier=dossier).select_related("dossier"), pk=objective_id
    )


def _page(request: HttpRequest, dossier: Dossier, form: forms.Form, title: str, action: str) -> HttpResponse:
    context: dict[str, Any] = {"dossier": dossier, "form": form, "title": title, "action": action}
    return render(request, "dossiers/plan/form.html", context, status=422 if form.errors else 200)


def _to_plan(dossier: Dossier) -> HttpResponse:
    return redirect("dossiers:plan", dossier_id=dossier.pk)
