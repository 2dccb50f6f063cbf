"""Trainings, the task book and badges of a programme."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.links import LinkTo
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.outside import outside_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.recruitment.actions import training as actions
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.formats.numbers import read_numbers
from jembatan.recruitment.queries.badges import PURPOSE, SIZES, badges_pdf, holder
from jembatan.recruitment.queries.visible import visible_tasks, visible_trainings

SHOWN = 500


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
        asked = form.cleaned_data
        made = actions.plan_training(actor, programme, asked["title"], asked["day"], asked["place"])
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
        "officers": Officer.objects.filter(programme=programme).exclude(status=Officer.Status.ENDED).count(),
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
def training(request: HttpRequest, actor: Actor, training_id: int) -> HttpResponse:
    """GET: who was there. POST: `numbers` of badges were; with `back` they were not."""
    shown = get_object_or_404(visible_trainings(actor), pk=training_id)
    if request.method == "POST":
        require_writer(actor)
        return _marked(
            request,
            lambda numbers: actions.mark_present(actor, shown, numbers),
            lambda numbers: actions.mark_absent(actor, shown, numbers),
        )
    there = shown.attendances.select_related("officer").order_by("officer__number")[:SHOWN]
    context = {"programme": shown.programme, "training": shown, "rows": there}
    return render(request, "recruitment/training.html", context)


@desk_page
def task(request: HttpRequest, actor: Actor, task_id: int) -> HttpResponse:
    """GET: who has signed off whom. POST: the actor signs off `numbers` of badges; with `back` not."""
    shown = get_object_or_404(visible_tasks(actor), pk=task_id)
    if request.method == "POST":
        require_officer(actor)
        return _marked(
            request,
            lambda numbers: actions.sign_off(actor, shown, numbers),
            lambda numbers: actions.take_signature_back(actor, shown, numbers),
        )
    signed = shown.signed.select_related("officer", "by").order_by("officer__number")[:SHOWN]
    return render(
        request, "recruitment/task.html", {"programme": shown.programme, "task": shown, "rows": signed}
    )


@desk_page
def badges(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """PDF, `?size=` a7 or card, from the number behind `?after=`."""
    require_officer(actor)
    programme = get_object_or_404(visible_programmes(actor), pk=programme_id)
    size = request.GET.get("size", "")
    after = min(record_number(request.GET.get("after", "")) or 0, 2**31 - 1)
    content = badges_pdf(
        programme,
        size=size if size in SIZES else SIZES[0],
        after=after,
        language=(get_language() or "id")[:2],
    )
    return download(content, name=_("badges.pdf"))


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


def _marked(
    request: HttpRequest,
    mark: Callable[[set[int]], tuple[list[int], list[int]]],
    take_back: Callable[[set[int]], None],
) -> HttpResponse:
    numbers = read_numbers(request.POST.get("numbers", ""))
    if request.POST.get("back") == "yes":
        take_back(numbers)
        return redirect(request.path)
    new, unknown = mark(numbers)
    told = ngettext("%(count)s officer noted.", "%(count)s officers noted.", len(new)) % {"count": len(new)}
    if unknown:
        listed = ", ".join(map(str, unknown[:20]))
        told = f"{told} {_('Nobody has the numbers %(numbers)s.') % {'numbers': listed}}"
    fields = {"numbers": ", ".join(map(str, new)), "back": "yes"}
    toast(
        request,
        told,
        undo=request.path if new else "",
        undo_fields=fields,
        tone="danger" if unknown else "done",
    )
    return redirect(request.path)
