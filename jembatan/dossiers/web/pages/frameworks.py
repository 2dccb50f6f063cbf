"""Filling a plan from a framework, keeping a plan as one, and retiring the desk's own."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.frameworks import (
    LONGEST_NAME,
    bring_back_framework,
    fill_from_framework,
    keep_as_framework,
    retire_framework,
)
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Framework
from jembatan.dossiers.queries.frameworks import framework_choices, framework_of, frameworks
from jembatan.dossiers.web.pages.found import found
from jembatan.dossiers.web.party_keys import party_choices, party_of
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class FillForm(forms.Form):
    """Which framework, from when, with whom, in which language."""

    framework = forms.ChoiceField(label=gettext_lazy("Framework"))
    starts_on = DayInWords(label=gettext_lazy("First day"))
    party = forms.ChoiceField(label=gettext_lazy("On their side"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language of the plan"), choices=settings.LANGUAGES)


class KeepForm(forms.Form):
    """Under which name."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("Titles and days are kept; people, parties and readings are not."),
    )


@desk_page
def filling(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The form, and filling."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    initial = {"starts_on": timezone.localdate(), "language": actor.desk.language}
    form = FillForm(request.POST or None, initial=initial)
    offer(form, "framework", framework_choices(actor))
    offer(form, "party", [("", _("Nobody")), *party_choices(dossier)])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        framework = framework_of(actor, said["framework"])
        assert framework is not None, "the form offers those that there are"
        try:
            added = fill_from_framework(
                actor,
                dossier,
                framework,
                starts_on=said["starts_on"],
                language=said["language"],
                party=party_of(said["party"], desk_id=actor.desk.pk),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            told = ngettext("%(number)s step added.", "%(number)s steps added.", added)
            toast(request, told % {"number": added})
            return redirect("dossiers:plan", dossier_id=dossier.pk)
    context = {"dossier": dossier, "form": form, "own": frameworks(actor)}
    return render(request, "dossiers/plan/filling.html", context, status=422 if form.errors else 200)


@desk_page
def keeping(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The plan as a framework of the desk."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    form = KeepForm(request.POST or None, initial={"name": dossier.title[:LONGEST_NAME]})
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep_as_framework(actor, dossier, form.cleaned_data["name"])
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            toast(request, _("“%(name)s” can begin other plans now.") % {"name": kept})
            return redirect("dossiers:plan", dossier_id=dossier.pk)
    title, action = _("Keep as a framework"), reverse("dossiers:keeping", args=[dossier.pk])
    context = {"dossier": dossier, "form": form, "title": title, "action": action}
    return render(request, "dossiers/plan/form.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def framework_retirement(request: HttpRequest, actor: Actor, framework_id: int) -> HttpResponse:
    """It is offered no more."""
    require_head(actor)
    framework = get_object_or_404(Framework, desk=actor.desk, pk=framework_id)
    retire_framework(actor, framework)
    undo = reverse("dossiers:framework_return", args=[framework.pk])
    toast(request, _("“%(name)s” is offered no more.") % {"name": framework}, undo=undo)
    return redirect("dossiers:dossiers")


@require_POST
@desk_page
def framework_return(request: HttpRequest, actor: Actor, framework_id: int) -> HttpResponse:
    """The undo."""
    require_head(actor)
    framework = get_object_or_404(Framework, desk=actor.desk, pk=framework_id)
    try:
        bring_back_framework(actor, framework)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("dossiers:dossiers")
