"""Who was at a training, and who has shown a task: both are lists of officers that are ticked off, one by one or by the numbers of their badges."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.moments import day_text
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.web.pages.found import form_page
from jembatan.recruitment.actions import training as actions
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.formats.numbers import read_numbers
from jembatan.recruitment.models import Attendance, SignOff
from jembatan.recruitment.queries.badges import bearers
from jembatan.recruitment.queries.visible import visible_tasks, visible_trainings
from jembatan.recruitment.web.pages.training import TrainingForm

PAGE = 100
type Mark = Callable[[set[int]], tuple[list[int], list[int]]]
type TakeBack = Callable[[set[int]], list[int]]


class TaskForm(forms.Form):
    """What it is called."""

    name = forms.CharField(label=gettext_lazy("Task"), max_length=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What is ticked off, how, and by whom."""

    programme: Programme
    kind: str
    pk: int
    title: str
    sub: str
    verb: str
    verb_back: str
    there: QuerySet[Officer]
    marks: "QuerySet[Attendance] | QuerySet[SignOff]"
    may_mark: bool


@desk_page
def training(request: DeskRequest, actor: Actor, training_id: int) -> HttpResponse:
    """GET: who was there, with `?who=missing` who was not. POST: `numbers` of badges were; with `back` they were not."""
    shown = get_object_or_404(visible_trainings(actor), pk=training_id)
    if request.method == "POST":
        require_writer(actor)
        return _marked(
            request,
            lambda numbers: actions.mark_present(actor, shown, numbers),
            lambda numbers: actions.mark_absent(actor, shown, numbers),
        )
    book = Book(
        programme=shown.programme,
        kind="training",
        pk=shown.pk,
        title=shown.title,
        sub=" · ".join(filter(None, (day_text(shown.day), shown.place))),
        verb=_("They were there"),
        verb_back=_("was not there"),
        there=Officer.objects.filter(trainings_attended__training=shown),
        marks=shown.attendances.all(),
        may_mark=actor.may_write,
    )
    return _page(request, actor, book)


@desk_page
def task(request: DeskRequest, actor: Actor, task_id: int) -> HttpResponse:
    """GET: who has signed off whom, with `?who=missing` who is left. POST: the actor signs off `numbers` of badges; with `back` not."""
    shown = get_object_or_404(visible_tasks(actor), pk=task_id)
    if request.method == "POST":
        require_officer(actor)
        return _marked(
            request,
            lambda numbers: actions.sign_off(actor, shown, numbers),
            lambda numbers: actions.take_signature_back(actor, shown, numbers),
        )
    book = Book(
        programme=shown.programme,
        kind="task",
        pk=shown.pk,
        title=shown.name,
        sub="",
        verb=_("I sign them off"),
        verb_back=_("take it back"),
        there=Officer.objects.filter(signed__task=shown),
        marks=shown.signed.select_related("by"),
        may_mark=actor.may_send,
    )
    return _page(request, actor, book)


@desk_page
def training_words(request: HttpRequest, actor: Actor, training_id: int) -> HttpResponse:
    """Another title, day or place."""
    require_officer(actor)
    shown = get_object_or_404(visible_trainings(actor), pk=training_id)
    back = reverse("recruitment:training", args=[shown.pk])
    form = TrainingForm(
        request.POST or None, initial={"title": shown.title, "day": shown.day, "place": shown.place}
    )
    if request.method == "POST" and form.is_valid():
        actions.word_training(actor, shown, **form.cleaned_data)
        return redirect(back)
    return form_page(request, shown.programme, form, title=shown.title, back=back)


@desk_page
def task_words(request: HttpRequest, actor: Actor, task_id: int) -> HttpResponse:
    """Another name."""
    require_officer(actor)
    shown = get_object_or_404(visible_tasks(actor), pk=task_id)
    back = reverse("recruitment:task", args=[shown.pk])
    form = TaskForm(request.POST or None, initial={"name": shown.name})
    if request.method == "POST" and form.is_valid():
        try:
            actions.rename_task(actor, shown, form.cleaned_data["name"])
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            return redirect(back)
    return form_page(request, shown.programme, form, title=shown.name, back=back)


@require_POST
@desk_page
def training_removal(request: HttpRequest, actor: Actor, training_id: int) -> HttpResponse:
    """It does not take place."""
    require_officer(actor)
    shown = get_object_or_404(visible_trainings(actor), pk=training_id)
    fields = {"title": shown.title, "day": day_text(shown.day), "place": shown.place}
    undo = reverse("recruitment:trainings", args=[shown.programme_id])
    try:
        actions.remove_training(actor, shown)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("recruitment:training", training_id=training_id)
    toast(request, _("%(name)s removed.") % {"name": shown}, undo=undo, undo_fields=fields)
    return redirect(undo)


@require_POST
@desk_page
def task_removal(request: HttpRequest, actor: Actor, task_id: int) -> HttpResponse:
    """Nobody has to show it."""
    require_officer(actor)
    shown = get_object_or_404(visible_tasks(actor), pk=task_id)
    try:
        actions.remove_task(actor, shown)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("recruitment:task", task_id=task_id)
    undo = reverse("recruitment:tasks", args=[shown.programme_id])
    toast(request, _("%(name)s removed.") % {"name": shown}, undo=undo, undo_fields={"name": shown.name})
    return redirect("recruitment:trainings", programme_id=shown.programme_id)


def _page(request: DeskRequest, actor: Actor, book: Book) -> HttpResponse:
    missing = request.GET.get("who") == "missing"
    begin = min(record_number(request.GET.get("from", "")) or 0, 10**6)
    left = bearers(book.programme).exclude(pk__in=book.there.values("pk"))
    officers = list((left if missing else book.there).order_by("number")[begin : begin + PAGE + 1])
    marks = {mark.officer_id: mark for mark in book.marks.filter(officer__in=officers)}
    more = f"?who={'missing' if missing else 'there'}&from={begin + PAGE}" if len(officers) > PAGE else ""
    rows = [(officer, marks.get(officer.pk)) for officer in officers[:PAGE]]
    context = {
        "book": book,
        "programme": book.programme,
        "rows": [
            (officer, mark, book.may_mark and getattr(mark, "by", actor.user) == actor.user)
            for officer, mark in rows
        ],
        "missing": missing,
        "there_count": book.there.count(),
        "left_count": left.count(),
        "more_url": more,
    }
    part = "#rows" if request.htmx and begin else ""
    return render(request, f"recruitment/marking.html{part}", context)


def _marked(request: HttpRequest, mark: Mark, take_back: TakeBack) -> HttpResponse:
    """Back where it was pressed, with the inverse at hand."""
    numbers = read_numbers(request.POST.get("numbers", ""))
    back, unknown = request.POST.get("back") == "yes", list[int]()
    if back:
        done = take_back(numbers)
        told = ngettext("%(count)s officer not noted.", "%(count)s officers not noted.", len(done))
    else:
        done, unknown = mark(numbers)
        told = ngettext("%(count)s officer noted.", "%(count)s officers noted.", len(done))
    told = told % {"count": len(done)}
    if unknown:
        listed = ", ".join(map(str, unknown[:20]))
        told = f"{told} {_('Nobody has the numbers %(numbers)s.') % {'numbers': listed}}"
    fields = {"numbers": ", ".join(map(str, done)), "back": "no" if back else "yes"}
    undo = request.path if done else ""
    toast(request, told, undo=undo, undo_fields=fields, tone="danger" if unknown else "done")
    return redirect(request.get_full_path())
