"""The list of programmes, one programme, opening one and changing its days and rules."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import TitleTaken
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.programmes.actions.programmes import RULES, change_days, change_rules, open_programme
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.numbers import numbers
from jembatan.programmes.queries.teams import leading
from jembatan.programmes.queries.visible import listed
from jembatan.programmes.web.forms import DaysForm, NewForm, RulesForm, zones
from jembatan.programmes.web.pages.found import found


@desk_page
def programmes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Those that the actor sees."""
    return render(request, "programmes/programmes.html", {"programmes": listed(actor)[:200]})


@desk_page
def programme(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """What it holds, and what other rooms have to say about it."""
    shown = found(actor, programme_id)
    context = {"programme": shown, "numbers": numbers(shown), "leading": leading(shown)}
    return render(request, "programmes/programme.html", context)


@desk_page
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form, and opening; `?dossier=` is chosen beforehand."""
    require_officer(actor)
    chosen = record_number(request.GET.get("dossier", ""))
    form = NewForm(request.POST or None, initial={"dossier": chosen, "zone": actor.desk.time_zone})
    offer_records(form, "dossier", visible_dossiers(actor).filter(closed_at__isnull=True).order_by("title"))
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            opened = open_programme(actor, asked["name"], form.days(), dossier=asked["dossier"])
        except (TitleTaken, Refused) as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("programmes:programme", programme_id=opened.pk)
    context = {"form": form, "zones": zones()}
    return render(request, "programmes/new.html", context, status=422 if form.errors else 200)


@desk_page
def days(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """When it is."""
    require_officer(actor)
    shown = found(actor, programme_id)
    now = {"first_day": shown.first_day, "last_day": shown.last_day, "zone": shown.zone}
    form = DaysForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            change_days(actor, shown, form.days())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("programmes:programme", programme_id=shown.pk)
    return _form(request, shown, "programmes/days.html", form)


@desk_page
def rules(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """How its officers work."""
    require_officer(actor)
    shown = found(actor, programme_id)
    form = RulesForm(request.POST or None, initial={rule: getattr(shown, rule) for rule in RULES})
    if request.method == "POST" and form.is_valid():
        change_rules(actor, shown, form.cleaned_data)
        return redirect("programmes:programme", programme_id=shown.pk)
    return _form(request, shown, "programmes/rules.html", form)


def _form(
    request: HttpRequest, programme: Programme, template: str, form: DaysForm | RulesForm
) -> HttpResponse:
    context = {"programme": programme, "form": form, "zones": zones() if isinstance(form, DaysForm) else []}
    return render(request, template, context, status=422 if form.errors else 200)
