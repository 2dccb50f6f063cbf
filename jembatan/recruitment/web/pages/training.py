"""Trainings, the task book and badges of a programme. Who was there and who has shown what is in `marking.py`."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.outside import outside_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.recruitment.actions import training as actions
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.formats.numbers import MOST, TooManyNumbers, read_numbers
from jembatan.recruitment.queries.badges import (
    PURPOSE,
    SIZES,
    TooManyBadges,
    badges_pdf,
    bearers,
    files_of,
    holder,
)
from jembatan.recruitment.queries.visible import visible_tasks, visible_trainings


class TrainingForm(forms.Form):
    """When and what."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    day = DayInWords(label=gettext_lazy("Day"))
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False)


@desk_page
def trainings(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """GET: all of it. POST: another training."""
    programme = get_object_or_404(visible_programmes(actor), pk=programme_id)
    if request.method == "POST":
        require_officer(actor)
    form = TrainingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.plan_training(actor, programme, **form.cleaned_data)
        return redirect("recruitment:training", training_id=made.pk)
    context: dict[str, Any] = {
        "programme": programme,
        "form": form,
        "trainings": visible_trainings(actor)
        .filter(programme=programme)
        .annotate(there=Count("attendances"))
        .order_by("day", "pk"),
        "tasks": visible_tasks(actor)
        .filter(programme=programme)
        .annotate(done=Count("signed"))
        .order_by("name"),
        "officers": bearers(programme).count(),
        "files": files_of(programme),
        "numbers": request.GET.get("numbers", ""),
    }
    return render(request, "recruitment/trainings.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def tasks(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """One more in the task book."""
    require_officer(actor)
    programme = get_object_or_404(visible_programmes(actor), pk=programme_id)
    name = request.POST.get("name", "").replace("\x00", "").strip()[:200]
    try:
        if not name:
            raise Refused(_("Say what is to be shown."))
        actions.add_task(actor, programme, name)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("recruitment:trainings", programme_id=programme.pk)


@desk_page
def badges(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """PDF, `?size=` a7 or card, of the officers with `?numbers=`, or of all."""
    require_officer(actor)
    programme = get_object_or_404(visible_programmes(actor), pk=programme_id)
    size = request.GET.get("size", "")
    asked = request.GET.get("numbers", "").strip()
    content = b""
    fault = _("Nobody has the numbers %(numbers)s.") % {"numbers": asked or "—"}
    try:
        numbers = read_numbers(asked)
        if numbers or not asked:
            content = badges_pdf(
                programme,
                size=size if size in SIZES else SIZES[0],
                numbers={number for number in numbers if number < 2**31},
                language=(get_language() or "id")[:2],
            )
    except TooManyNumbers as reason:
        fault = too_many(reason)
    except TooManyBadges:
        fault = _("A file holds a thousand badges. Take one of the files below, or name fewer numbers.")
    if not content:
        toast(request, fault, tone="danger")
        trainings = reverse("recruitment:trainings", args=[programme.pk])
        return redirect(f"{trainings}?{urlencode({'numbers': asked[:2000]})}#badges")
    return download(content, name=_("badges.pdf"))


def too_many(reason: TooManyNumbers) -> str:
    """In words, with the way out."""
    words = {"piece": reason.piece, "most": MOST}
    return _("With “%(piece)s” these are more than %(most)s numbers. Name them in parts.") % words


@outside_page(PURPOSE)
def badge(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """Whether the badge in somebody's hand is valid, and nothing of who bears it."""
    officer = holder(to)
    house = ""
    if officer is not None:
        desk = officer.programme.desk
        house = desk.organisation_name or desk.name
    context = {"officer": officer, "house": house}
    return render(request, "recruitment/badge.html", context, status=200 if officer else 410)
