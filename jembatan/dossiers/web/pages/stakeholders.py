"""The map of a matter's parties, and what puts them on it."""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.assess import Standing, assess, take_out_assessment
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Assessment, Dossier
from jembatan.dossiers.queries.stakeholders import LINES, StakeholderMap, newest_of, stakeholder_map
from jembatan.dossiers.web.pages.found import found
from jembatan.dossiers.web.party_keys import Party, key_of, party_of
from jembatan.platform.access import require_writer
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

DEGREES = [
    (1, gettext_lazy("1: hardly any")),
    (2, gettext_lazy("2: little")),
    (3, gettext_lazy("3: some")),
    (4, gettext_lazy("4: much")),
    (5, gettext_lazy("5: very much")),
]


class AssessmentForm(forms.Form):
    """How much a party can do, how much it cares, and on which side it stands."""

    influence = forms.TypedChoiceField(
        label=gettext_lazy("Influence on the matter"), choices=DEGREES, coerce=int, initial=3
    )
    interest = forms.TypedChoiceField(
        label=gettext_lazy("Interest in the matter"), choices=DEGREES, coerce=int, initial=3
    )
    stance = forms.ChoiceField(
        label=gettext_lazy("Stance"), choices=Assessment.Stance.choices, initial="neutral"
    )
    on_day = DayInWords(label=gettext_lazy("As of"))
    reason = forms.CharField(
        label=gettext_lazy("How we know"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For us alone. Partners see nothing of this map."),
    )


@desk_page
def stakeholders(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The map; `?on=2026-11-01` shows it as of that day."""
    dossier = found(actor, dossier_id)
    shown = stakeholder_map(dossier, on_day=_day(request.GET.get("on", "")))
    context = {
        "dossier": dossier,
        "map": shown,
        "earlier": f"{request.path}?on={shown.earlier}" if shown.earlier else "",
        "later": _later(request.path, shown),
        "lines": LINES,
        "placed": [{"placed": each, "key": key_of(each.party)} for each in shown.placed],
        "unplaced": [{"party": party, "key": key_of(party)} for party in shown.unplaced],
    }
    return render(request, "dossiers/map/map.html", context)


@desk_page
def assessing(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """Where the party that `party` names stands; the form begins with what was said last."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    party = _party(actor, request)
    form = AssessmentForm(request.POST or None, initial=_initial(dossier, party))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        standing = Standing(
            influence=said["influence"],
            interest=said["interest"],
            stance=Assessment.Stance(said["stance"]),
            on_day=said["on_day"],
            reason=said["reason"],
        )
        try:
            made = assess(actor, dossier, party, standing)
        except Refused as refusal:
            form.add_error("on_day", str(refusal))
        else:
            undo = reverse("dossiers:assessment_removal", args=[dossier.pk, made.pk])
            toast(request, _("%(name)s is on the map.") % {"name": party}, undo=undo)
            return redirect("dossiers:stakeholders", dossier_id=dossier.pk)
    context = {"dossier": dossier, "form": form, "party": party, "key": key_of(party)}
    return render(request, "dossiers/map/assessing.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def assessment_removal(
    request: HttpRequest, actor: Actor, dossier_id: int, assessment_id: int
) -> HttpResponse:
    """It was wrong: what was said before counts again."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    rows = Assessment.objects.filter(dossier=dossier).select_related("dossier")
    take_out_assessment(actor, get_object_or_404(rows, pk=assessment_id))
    toast(request, _("The assessment is taken out."))
    return redirect("dossiers:stakeholders", dossier_id=dossier.pk)


def _party(actor: Actor, request: HttpRequest) -> Party:
    party = party_of(request.POST.get("party") or request.GET.get("party", ""), desk_id=actor.desk.pk)
    if party is None:
        raise Http404
    return party


def _initial(dossier: Dossier, party: Party) -> dict[str, Any]:
    newest = newest_of(dossier, party)
    fields = ("influence", "interest", "stance")
    known = {name: getattr(newest, name) for name in fields} if newest else {}
    return known | {"on_day": timezone.localdate()}


def _later(path: str, shown: StakeholderMap) -> str:
    """The newest of the days is as it stands, where it can be seen differently."""
    if shown.later is None:
        return ""
    return path if shown.later == shown.days[0] else f"{path}?on={shown.later}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
