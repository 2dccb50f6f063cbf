"""One import: its plan, its progress, what it would do or did, and its accounts."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.platform.imports.actions.change_plan import discard
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.actions.roll_back import may_be_taken_back
from jembatan.platform.imports.actions.run import accounts
from jembatan.platform.imports.actions.start import start
from jembatan.platform.imports.models import Batch
from jembatan.platform.imports.queries.batches import (
    files_of,
    read_so_far,
    repeated_in,
    visible_batches,
    waiting_in,
)
from jembatan.platform.imports.reasons import told
from jembatan.platform.imports.web.labels import figures, kind_label, outcome_badge, short_names, state_badge
from jembatan.platform.imports.web.pages.columns import tables_of
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast

PROBLEMS_SHOWN = 30


@desk_page
def batch(request: DeskRequest, actor: Any, batch_id: int) -> HttpResponse:
    """The page of an import in whatever state it is; `?format=json` gives the accounts."""
    found = get_object_or_404(visible_batches(actor).select_related("user"), pk=batch_id)
    if request.GET.get("format") == "json":
        return JsonResponse(_document(found))
    problems = _problems(found)
    start_at = request.GET.get("problems", "")
    first = record_number(start_at) or 0
    rest = first + PROBLEMS_SHOWN
    files, file_count = files_of(found)
    context = {
        "batch": found,
        "badge": state_badge(found, tried=found.preview is not None),
        "kind": kind_label(found.kind),
        "files": [
            (name, kind_label(file.kind), told(file.reason))
            for name, file in zip(short_names([file.name for file in files]), files, strict=True)
        ],
        "more_files": file_count - len(files),
        "figures": figures(_accounts(found)) if _accounts(found) else [],
        "sample": [
            (item, outcome_badge(item["outcome"])) for item in (found.preview or {}).get("sample", [])
        ],
        "problems": [(source, told(reason)) for source, reason in problems[first:rest]],
        "problem_count": found.problem_count or (found.preview or {}).get("problem_count", 0),
        "more_url": f"{request.path}?problems={rest}" if len(problems) > rest else "",
        "waiting": waiting_in(actor, found),
        "repeated": repeated_in(actor, found),
        "has_columns": bool(tables_of(found)),
        "may_roll_back": may_be_taken_back(found),
        "read_so_far": read_so_far(found) if found.is_busy else None,
    }
    template = "imports/batch.html#problem_rows" if start_at and request.htmx else "imports/batch.html"
    return render(request, template, context)


@desk_page
def progress(request: HttpRequest, actor: Any, batch_id: int) -> HttpResponse:
    """The fragment that the page asks for every second; when the work is done, the page is loaded anew."""
    found = get_object_or_404(visible_batches(actor).defer("plan", "preview", "problems"), pk=batch_id)
    if not found.is_busy:
        response = HttpResponse(status=200)
        response["HX-Refresh"] = "true"
        return response
    context = {"batch": found, "read_so_far": read_so_far(found)}
    return render(request, "imports/batch.html#progress", context)


@require_POST
@desk_page
def trial(request: HttpRequest, actor: Any, batch_id: int) -> HttpResponse:
    """Try the plan: everything is done, counted, and undone."""
    return _start(request, actor, batch_id, dry_run=True)


@require_POST
@desk_page
def commit(request: HttpRequest, actor: Any, batch_id: int) -> HttpResponse:
    """Run the plan for good."""
    return _start(request, actor, batch_id, dry_run=False)


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Any, batch_id: int) -> HttpResponse:
    """Drop a plan that was not run."""
    found = get_object_or_404(visible_batches(actor), pk=batch_id)
    try:
        discard(actor, found)
    except CannotImport as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("imports:batch", batch_id)
    toast(request, _("The planned import was dropped."))
    return redirect("imports:imports")


def _start(request: HttpRequest, actor: Any, batch_id: int, *, dry_run: bool) -> HttpResponse:
    found = get_object_or_404(visible_batches(actor), pk=batch_id)
    try:
        start(actor, found, dry_run=dry_run)
    except CannotImport as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("imports:batch", batch_id)


def _accounts(found: Batch) -> dict[str, Any]:
    """Of the run, or of the dry run; nothing before either."""
    if found.finished_at:
        return accounts(found)
    return found.preview or {}


def _problems(found: Batch) -> list[list[str]]:
    problems: list[list[str]] = (
        found.problems if found.finished_at else (found.preview or {}).get("problems", [])
    )
    return problems


def _document(found: Batch) -> dict[str, Any]:
    counted = _accounts(found)
    names = ("read", "filed", "updated", "duplicates", "quarantined")
    return {
        "batch": found.pk,
        "state": found.state,
        "kind": found.kind,
        **{name: counted.get(name, 0) for name in names},
        "problems": [{"source": source, "reason": told(reason)} for source, reason in _problems(found)],
        "problem_count": found.problem_count or (found.preview or {}).get("problem_count", 0),
        "seconds": round(found.seconds, 3),
    }
