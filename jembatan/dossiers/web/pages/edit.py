"""Opening a dossier, and changing what it says."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import ChangedMeanwhile, TitleTaken, edit_dossier, open_dossier
from jembatan.dossiers.actions.frameworks import open_from_framework
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.frameworks import framework_choices, framework_of
from jembatan.dossiers.web.pages.found import found
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking, Marking
from jembatan.platform.ui.forms import offer, on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class DossierForm(forms.Form):
    """What a dossier says."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    objective = forms.CharField(
        label=gettext_lazy("Objective"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("What is to be reached, in a few sentences."),
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"), choices=[(m.value, m.value) for m in Marking], initial=Marking.AMBER
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class NewDossierForm(DossierForm):
    """Restricted from its first moment, where nobody else should ever have seen it."""

    restricted = forms.BooleanField(
        label=gettext_lazy("Only the head of the desk, I and those I name may see it"), required=False
    )
    framework = forms.ChoiceField(
        label=gettext_lazy("Begin with a framework"),
        required=False,
        help_text=gettext_lazy(
            "It fills the plan with steps and objectives, from today on. You can do this later, too."
        ),
    )


@desk_page
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form, and opening."""
    require_writer(actor)
    form = NewDossierForm(request.POST or None)
    offer(form, "framework", [("", _("None")), *framework_choices(actor)])
    if not actor.may_send:
        del form.fields["restricted"]
    if request.method == "POST" and form.is_valid():
        try:
            opened = _open(actor, form.cleaned_data)
        except TitleTaken as refusal:
            form.add_error("title", str(refusal))
        else:
            return redirect("dossiers:dossier", dossier_id=opened.pk)
    return render(request, "dossiers/edit.html", {"form": form}, status=422 if form.errors else 200)


def _open(actor: Actor, asked: dict[str, Any]) -> Dossier:
    what = {
        "objective": asked["objective"],
        "marking": Marking(asked["marking"]),
        "restricted": asked.get("restricted", False),
    }
    if framework := framework_of(actor, asked["framework"]):
        return open_from_framework(actor, asked["title"], framework, **what)
    return open_dossier(actor, asked["title"], **what)


@desk_page
def edit(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The form, and saving; a conflict shows what stands now beside what was typed, a lower marking is asked about."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    fields = ("title", "objective", "marking", "version")
    form = DossierForm(request.POST or None, initial={name: getattr(dossier, name) for name in fields})
    context: dict[str, object] = {"form": form, "dossier": dossier}
    status = 200
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            edit_dossier(
                actor,
                dossier,
                title=asked["title"],
                objective=asked["objective"],
                marking=Marking(asked["marking"]),
                version=asked["version"] or 0,
                confirmed="confirmed" in request.POST,
            )
        except TitleTaken as refusal:
            form.add_error("title", str(refusal))
        except LoweredMarking as refusal:
            form.add_error("marking", refusal)
            form.fields["confirmed"] = forms.BooleanField(label=_("Yes, lower the marking"))
        except ChangedMeanwhile as conflict:
            form.data = on_version(request.POST, conflict.dossier.version)
            context |= {"conflict": conflict}
            status = 409
        else:
            toast(request, _("Saved."))
            return redirect("dossiers:dossier", dossier_id=dossier.pk)
    return render(request, "dossiers/edit.html", context, status=422 if form.errors else status)
