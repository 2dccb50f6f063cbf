"""Who was at a training, and who has shown a task: both are lists of officers that are ticked off, one by one or by the numbers of their badges."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.moments import day_text
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.models import Officer, Programme
from jembatan.recruitment.actions import training as actions
from jembatan.recruitment.formats.numbers import TooManyNumbers, read_numbers
from jembatan.recruitment.models import Attendance, SignOff
from jembatan.recruitment.queries.badges import bearers
from jembatan.recruitment.queries.visible import visible_tasks, visible_trainings
from jembatan.recruitment.web.pages.training import too_many

PAGE = 100
type Mark = Callable[[set[int]], tuple[list[int], list[int]]]
type TakeBack = Callable[[set[int]], list[int]]


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
    mark: Mark
    take_back: TakeBack


@desk_page
def training(request: DeskRequest, actor: Actor, training_id: int) -> HttpResponse:
    """GET: who was there, with `?who=missing` who was not. POST: `numbers` of badges were; with `back` they were not."""
    shown = get_object_or_404(visible_trainings(actor), pk=training_id)
    if request.method == "POST":
        require_writer(actor)
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
        mark=lambda numbers: actions.mark_present(actor, shown, numbers),
        take_back=lambda numbers: actions.mark_absent(actor, shown, numbers),
    )
    return _marked(request, actor, book) if request.method == "POST" else _page(request, actor, book)


@desk_page
def task(request: DeskRequest, actor: Actor, task_id: int) -> HttpResponse:
    """GET: who has signed off whom, with `?who=missing` who is left. POST: the actor signs off `numbers` of badges; with `back` not."""
    shown = get_object_or_404(visible_tasks(actor), pk=task_id)
    if request.method == "POST":
        require_officer(actor)
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
        mark=lambda numbers: actions.sign_off(actor, shown, numbers),
        take_back=lambda numbers: actions.take_signature_back(actor, shown, numbers),
    )
    return _marked(request, actor, book) if request.method == "POST" else _page(request, actor, book)


def _page(request: DeskRequest, actor: Actor, book: Book, *, fault: str = "") -> HttpResponse:
    """With what was typed, where that has a `fault`."""
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
        "fault": fault,
        "typed": request.POST.get("numbers", "") if fault else "",
    }
    part = "#rows" if request.htmx and begin else ""
    return render(request, f"recruitment/marking.html{part}", context, status=422 if fault else 200)


def _marked(request: DeskRequest, actor: Actor, book: Book) -> HttpResponse:
    """Back where it was pressed, with the inverse at hand."""
    try:
        numbers = read_numbers(request.POST.get("numbers", ""))
    except TooManyNumbers as reason:
        return _page(request, actor, book, fault=too_many(reason))
    back, unknown = request.POST.get("back") == "yes", list[int]()
    if back:
        done = book.take_back(numbers)
        told = ngettext("%(count)s officer not noted.", "%(count)s officers not noted.", len(done))
    else:
        done, unknown = book.mark(numbers)
        told = ngettext("%(count)s officer noted.", "%(count)s officers noted.", len(done))
    told = told % {"count": len(done)}
    if unknown:
        listed = ", ".join(map(str, unknown[:20]))
        told = f"{told} {_('Nobody has the numbers %(numbers)s.') % {'numbers': listed}}"
    fields = {"numbers": ", ".join(map(str, done)), "back": "no" if back else "yes"}
    undo = request.path if done else ""
    toast(request, told, undo=undo, undo_fields=fields, tone="danger" if unknown else "done")
    return redirect(request.get_full_path())
