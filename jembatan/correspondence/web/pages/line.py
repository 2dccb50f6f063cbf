"""One line to take: what it says today, every wording, and whom each was said to."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.clear import bring_back_line, clear_line, withdraw_line
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Line, LineVersion
from jembatan.correspondence.queries.drafts import Difference, differences
from jembatan.correspondence.queries.lines.clearing import may_clear_line
from jembatan.correspondence.queries.lines.told import told_the_old_one, uses_of
from jembatan.correspondence.queries.lines.visible import Standing, standing_of, visible_lines
from jembatan.correspondence.web.languages import language_name
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.audit.changes import history_of
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A wording in one language; `differences` are those from the wording before it."""

    code: str
    name: str
    say: str
    do_not_say: list[str]
    differences: list[Difference]


@dataclass(frozen=True, slots=True)
class Shown:
    """A wording as the page shows it."""

    version: LineVersion
    languages: list[InLanguage]


@desk_page
def line(request: HttpRequest, actor: Actor, line_id: int) -> HttpResponse:
    """The page."""
    row = standing_of(actor, get_object_or_404(visible_lines(actor), pk=line_id))
    uses = uses_of(actor, row)
    shown = _shown(row)
    context = {
        "row": row,
        "line": row.line,
        "current": next((each for each in shown if each.version == row.current), None),
        "waiting": next((each for each in shown if each.version == row.waiting), None),
        "earlier": [each for each in reversed(shown) if each.version not in {row.current, row.waiting}],
        "may_clear": bool(row.waiting and may_clear_line(actor, row.waiting)),
        "uses": uses,
        "told_old": told_the_old_one(row, uses),
        "history": history_of(actor, row.line, seen={Dossier: visible_dossiers(actor)}),
    }
    return render(request, "correspondence/line.html", context)


@require_POST
@desk_page
def clearance(request: HttpRequest, actor: Actor, line_id: int) -> HttpResponse:
    """`number` is the wording that was before the reader's eyes."""
    found = get_object_or_404(visible_lines(actor), pk=line_id)
    number = record_number(request.POST.get("number", "")) or 0
    return _done(request, found, lambda: clear_line(actor, found, number=number), _("The line is cleared."))


@require_POST
@desk_page
def withdrawal(request: HttpRequest, actor: Actor, line_id: int) -> HttpResponse:
    """Out of use; the toast brings it back."""
    found = get_object_or_404(visible_lines(actor), pk=line_id)
    withdraw_line(actor, found)
    toast(
        request,
        _("Nobody says “%(topic)s” any more.") % {"topic": found.topic},
        undo=reverse("correspondence:line_return", args=[found.pk]),
    )
    return redirect("correspondence:line", line_id=found.pk)


@require_POST
@desk_page
def line_return(request: HttpRequest, actor: Actor, line_id: int) -> HttpResponse:
    """In use again."""
    found = get_object_or_404(visible_lines(actor), pk=line_id)
    return _done(request, found, lambda: bring_back_line(actor, found), _("The line is in use again."))


def _done(request: HttpRequest, found: Line, action: Callable[[], object], text: str) -> HttpResponse:
    try:
        action()
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, text)
    return redirect("correspondence:line", line_id=found.pk)


def _shown(row: Standing) -> list[Shown]:
    """Every wording, the oldest first."""
    before: dict[str, str] = {}
    shown = []
    for version in row.versions:
        shown.append(Shown(version, [_in(version, code, before) for code in version.texts]))
        before = version.texts
    return shown


def _in(version: LineVersion, code: str, before: dict[str, str]) -> InLanguage:
    text = version.texts[code]
    changes = differences(before[code], text) if code in before else [Difference("same", text)]
    return InLanguage(code, language_name(code), text, version.phrases(code), changes)
