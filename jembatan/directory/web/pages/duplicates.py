"""Duplicates: two records side by side. `1` they are one, `3` they are two; the next pair follows, and both can be undone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.merging import Decided, ask_again, keep_apart, merge, part
from jembatan.directory.models import Duplicate, Organisation, Person
from jembatan.directory.queries.joining import one_of
from jembatan.directory.queries.open_duplicates import duplicates_of, open_count, page_of_duplicates
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import Tone, toast

SIDES = ("a", "b")


@desk_page
def duplicates(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The page; with `after`, the next pairs only."""
    page = page_of_duplicates(actor, after=request.GET.get("after", ""))
    context = {"pairs": page.pairs, "more": more_url(request.path, page.next_after)}
    if request.GET.get("after"):
        return render(request, "directory/duplicates.html#pairs", context)
    return render(request, "directory/duplicates.html", context | {"count": open_count(actor)})


@require_POST
@desk_page
def merging(request: DeskRequest, actor: Actor, duplicate_id: int) -> HttpResponse:
    """They are one: `keep` says which record stays, each field's name whose value is right."""
    row = _row(actor, duplicate_id)
    keep = request.POST.get("keep", "a")
    chosen = {field: side for field in one_of(row.a) if (side := request.POST.get(field)) in SIDES}
    try:
        kept = merge(actor, row, keep=keep if keep in SIDES else "a", chosen=chosen)
    except (Decided, Person.DoesNotExist, Organisation.DoesNotExist):
        return _answered(request, _("Somebody has decided about these two already."), tone="danger")
    undo = reverse("directory:parting", args=[row.pk])
    return _answered(request, _("They are one now: %(name)s.") % {"name": kept}, undo=undo)


@require_POST
@desk_page
def parting(request: HttpRequest, actor: Actor, duplicate_id: int) -> HttpResponse:
    """Two again."""
    row = _row(actor, duplicate_id)
    try:
        part(actor, row)
    except Decided:
        toast(
            request,
            _("This was merged or decided otherwise since. Undo the later step first."),
            tone="danger",
        )
    else:
        toast(request, _("They are two records again."))
    return redirect("directory:duplicates")


@require_POST
@desk_page
def difference(request: DeskRequest, actor: Actor, duplicate_id: int) -> HttpResponse:
    """They are two, for good."""
    row = _row(actor, duplicate_id)
    try:
        keep_apart(actor, row)
    except Decided:
        return _answered(request, _("Somebody has decided about these two already."), tone="danger")
    undo = reverse("directory:question", args=[row.pk])
    return _answered(request, _("They stay two, and nobody will be asked again."), undo=undo)


@require_POST
@desk_page
def question(request: HttpRequest, actor: Actor, duplicate_id: int) -> HttpResponse:
    """The question is open again."""
    row = _row(actor, duplicate_id)
    try:
        ask_again(actor, row)
    except Decided:
        toast(request, _("Somebody has decided about these two already."), tone="danger")
    else:
        toast(request, _("The pair is open again."))
    return redirect("directory:duplicates")


def _row(actor: Actor, duplicate_id: int) -> Duplicate:
    return get_object_or_404(duplicates_of(actor), pk=duplicate_id)


def _answered(request: DeskRequest, text: str, *, undo: str = "", tone: Tone = "done") -> HttpResponse:
    """The pair leaves the list; without script, the reader is led back to it."""
    toast(request, text, tone=tone, undo=undo)
    if request.htmx:
        return HttpResponse()
    return redirect("directory:duplicates")
