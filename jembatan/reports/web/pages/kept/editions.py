"""Editions of a kept report: made, read as they will be printed, cleared or given back, taken along."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.queries.changes import Changed, changed
from jembatan.papers.queries.pages import lines_within, stretch
from jembatan.papers.web.deciding import tried
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.reports.actions.kept.editions import (
    clear_edition,
    make_edition,
    return_edition,
    withdraw_edition,
)
from jembatan.reports.actions.kept.take import file_of, mail_edition
from jembatan.reports.actions.make_report import WRITERS, Form
from jembatan.reports.models import Part, ReportEdition
from jembatan.reports.queries.kept.visible import GIVEN_OUT, visible_editions, visible_reports
from jembatan.reports.queries.kept.whole import document_of, is_longer_than_paper, whole_of

LINES_AT_ONCE = 500


@require_POST
@desk_page
def making(request: HttpRequest, actor: Actor, report_id: int) -> HttpResponse:
    """Given out at once, or asked about; a head who asks reads and clears at once."""
    require_writer(actor)
    report = get_object_or_404(visible_reports(actor), pk=report_id)
    try:
        made = make_edition(actor, report)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("reports:report", report_id=report.pk)
    if made.state in GIVEN_OUT or actor.may_clear:
        return redirect("reports:edition", report_id=report.pk, edition_id=made.pk)
    undo = reverse("reports:withdrawal", args=[report.pk, made.pk])
    toast(request, _("The head of the desk is asked."), undo=undo)
    return redirect("reports:report", report_id=report.pk)


@desk_page
def edition(request: HttpRequest, actor: Actor, report_id: int, edition_id: int) -> HttpResponse:
    """GET shows it as it is printed, POST takes it along."""
    found = _found(actor, report_id, edition_id)
    if request.method == "POST":
        wanted = request.POST.get("format", "pdf")
        try:
            made = file_of(found, form=cast(Form, wanted if wanted in WRITERS else "pdf"))
        except Refused as refusal:
            return _page(request, actor, found, refusal=str(refusal))
        return download(made.content, name=made.name)
    return _page(request, actor, found)


@require_POST
@desk_page
def clearing(request: HttpRequest, actor: Actor, report_id: int, edition_id: int) -> HttpResponse:
    """It is given out from now on."""
    found = _found(actor, report_id, edition_id)
    return tried(
        request,
        lambda: clear_edition(actor, found),
        told=_("The report is cleared."),
        then=redirect("reports:edition", report_id=found.report_id, edition_id=found.pk),
        refused=lambda refusal: _page(request, actor, found, refusal=refusal),
    )


@require_POST
@desk_page
def giving_back(request: HttpRequest, actor: Actor, report_id: int, edition_id: int) -> HttpResponse:
    """With what has to change."""
    found = _found(actor, report_id, edition_id)
    comment = request.POST.get("comment", "")
    return tried(
        request,
        lambda: return_edition(actor, found, comment=comment),
        told=_("The report is returned."),
        then=redirect("reports:report", report_id=found.report_id),
        refused=lambda refusal: _page(request, actor, found, refusal=refusal, comment=comment),
    )


@require_POST
@desk_page
def withdrawal(request: HttpRequest, actor: Actor, report_id: int, edition_id: int) -> HttpResponse:
    """Nobody needs to decide."""
    require_writer(actor)
    found = _found(actor, report_id, edition_id)
    return tried(
        request,
        lambda: withdraw_edition(actor, found),
        told=_("The question is withdrawn."),
        then=redirect("reports:report", report_id=found.report_id),
    )


@require_POST
@desk_page
def mailing(request: HttpRequest, actor: Actor, report_id: int, edition_id: int) -> HttpResponse:
    """A draft with it as PDF."""
    require_writer(actor)
    found = _found(actor, report_id, edition_id)
    try:
        draft = mail_edition(actor, found)
    except Refused as refusal:
        return _page(request, actor, found, refusal=str(refusal))
    return redirect("correspondence:draft", draft_id=draft.pk)


def _page(
    request: HttpRequest, actor: Actor, found: ReportEdition, *, refusal: str = "", comment: str = ""
) -> HttpResponse:
    asked = found.state == ReportEdition.State.ASKED
    context = {
        **_lines(request, found),
        "edition": found,
        "report": found.report,
        "clearing": reverse("reports:clearing", args=[found.report_id, found.pk]),
        "giving_back": reverse("reports:giving_back", args=[found.report_id, found.pk]),
        "changed": _changed(found),
        "given_out": found.state in GIVEN_OUT,
        "may_decide": actor.may_clear and asked,
        "stale": asked and found.fingerprint != found.report.fingerprint,
        "refusal": refusal,
        "comment": comment,
    }
    return render(request, "reports/edition.html", context, status=409 if refusal else 200)


def _lines(request: HttpRequest, found: ReportEdition) -> dict[str, object]:
    """As paper holds it, or with `?from=` every line, a stretch of them at a time."""
    longer, start = is_longer_than_paper(found), record_number(request.GET.get("from", ""))
    if start is None or not longer:
        return {"document": document_of(found), "longer": longer}
    whole = whole_of(found)
    part = stretch(sum(1 for _line in whole.lines()), start, LINES_AT_ONCE)
    return {"document": lines_within(whole, part), "stretch": part}


def _changed(found: ReportEdition) -> Changed:
    """Part by part against the edition that was given out before; nothing the first time."""
    before = (
        found.report.editions.filter(state__in=GIVEN_OUT, number__lt=found.number).order_by("-number").first()
    )
    if before is None:
        return []
    return changed(before.words, found.words, [(part.value, str(part.label)) for part in Part])


def _found(actor: Actor, report_id: int, edition_id: int) -> ReportEdition:
    report = get_object_or_404(visible_reports(actor), pk=report_id)
    found = get_object_or_404(visible_editions(actor, report), pk=edition_id)
    found.report = report
    return found
