"""What works against an objective."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.conflicts import say_again, say_conflict, take_back_conflict
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Conflict, Dossier, Objective
from jembatan.dossiers.web.pages.found import found
from jembatan.dossiers.web.party_keys import Party, party_choices, party_of
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

OBJECTIVE = "objective:"


class ConflictForm(forms.Form):
    """Which objective, against what, and why."""

    objective = forms.ChoiceField(label=gettext_lazy("This objective"))
    against = forms.ChoiceField(label=gettext_lazy("works against"))
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For us alone: it is part of no plan, no link and no file for a partner."),
    )


@desk_page
def new_conflict(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The form, and saying it."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    form = ConflictForm(request.POST or None)
    pursued = {
        str(each.pk): each for each in dossier.objectives.filter(dropped_at__isnull=True).order_by("pk")
    }
    offer(form, "objective", [(key, each.text) for key, each in pursued.items()])
    others = [(f"{OBJECTIVE}{key}", each.text) for key, each in pursued.items()]
    parties = [(key, _("what %(party)s is after") % {"party": name}) for key, name in party_choices(dossier)]
    offer(form, "against", [*parties, *others])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        against = _against(actor, pursued, said["against"])
        try:
            kept = say_conflict(actor, dossier, pursued[said["objective"]], against, reason=said["reason"])
        except Refused as refusal:
            form.add_error("against", str(refusal))
        else:
            undo = reverse("dossiers:conflict_removal", args=[dossier.pk, kept.pk])
            toast(request, _("Written down."), undo=undo)
            return _to_plan(dossier)
    context = {
        "dossier": dossier,
        "form": form,
        "title": _("Say what conflicts"),
        "action": reverse("dossiers:new_conflict", args=[dossier.pk]),
    }
    return render(request, "dossiers/plan/form.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def conflict_removal(request: HttpRequest, actor: Actor, dossier_id: int, conflict_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    gone = _conflict_or_404(dossier, conflict_id)
    take_back_conflict(actor, gone)
    undo = reverse("dossiers:conflict_return", args=[dossier.pk, gone.pk])
    toast(request, _("The conflict is taken back."), undo=undo)
    return _to_plan(dossier)


@require_POST
@desk_page
def conflict_return(request: HttpRequest, actor: Actor, dossier_id: int, conflict_id: int) -> HttpResponse:
    """The undo."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    say_again(actor, _conflict_or_404(dossier, conflict_id))
    return _to_plan(dossier)


def _against(actor: Actor, pursued: dict[str, Objective], key: str) -> Objective | Party:
    if key.startswith(OBJECTIVE):
        return pursued[key.removeprefix(OBJECTIVE)]
    party = party_of(key, desk_id=actor.desk.pk)
    if party is None:
        raise Http404
    return party


def _conflict_or_404(dossier: Dossier, conflict_id: int) -> Conflict:
    return get_object_or_404(
        Conflict.objects.filter(dossier=dossier).select_related("dossier"), pk=conflict_id
    )


def _to_plan(dossier: Dossier) -> HttpResponse:
    return redirect("dossiers:plan", dossier_id=dossier.pk)
