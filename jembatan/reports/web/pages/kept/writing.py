"""A kept report: what officers write, each part saved while one types, above what the journal says."""

import secrets
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.queries.drafts import differences
from jembatan.platform.access import require_writer
from jembatan.platform.documents.model import Section
from jembatan.platform.markings import Marking
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.reports.actions.kept.start import leave_out, read_anew, set_marking
from jembatan.reports.actions.kept.templates import hide_parts
from jembatan.reports.actions.kept.write import WrittenMeanwhile, save_part
from jembatan.reports.models import Part, Report, ReportPart
from jembatan.reports.queries.content import content_of
from jembatan.reports.queries.kept.standing import needs_clearance, standing_of
from jembatan.reports.queries.kept.visible import visible_editions, visible_reports, whoever_reads
from jembatan.reports.queries.kept.whole import scope_of
from jembatan.reports.queries.sections import Sections
from jembatan.reports.web.unticked import shown, unticked

MOST_LINES = 300


@desk_page
def report(request: DeskRequest, actor: Actor, report_id: int) -> HttpResponse:
    """Writers write; a reader gets the latest edition that is given out."""
    found = get_object_or_404(visible_reports(actor), pk=report_id)
    standing = standing_of(found)
    if not actor.may_write:
        if standing.given is None:
            raise Http404
        return redirect("reports:edition", report_id=found.pk, edition_id=standing.given.pk)
    context = {
        "report": found,
        "standing": standing,
        "editions": visible_editions(actor, found).defer("document", "words")[:20],
        "markings": [marking.value for marking in Marking],
        "editor": secrets.token_hex(8),
        **_pieces(found),
    }
    return render(request, "reports/written.html", context)


def _pieces(report: Report) -> dict[str, Any]:
    """Sections in the report's language, titles of parts in the reader's; nothing of the record where the subject is gone."""
    stands = {part.name: part for part in report.parts.select_related("saved_by")}
    titles = {part: str(part.label) for part in Part}
    under: dict[Part, list[Section]] = {}
    lines, marking = [], Marking(report.marking)
    if not report.is_orphan:
        reader = whoever_reads(report)
        with translation.override(report.language), timezone.override(ZoneInfo(report.desk.time_zone)):
            content = content_of(reader, scope_of(report))
            sections = Sections(content, "")
            under = {
                Part.SUMMARY: [sections.figures()],
                Part.CAME: [sections.came()],
                Part.OWED: [sections.owed_by_us(), sections.owed_to_us()],
                Part.RISK: [sections.at_risk()],
                Part.NEXT: [sections.next_steps()],
            }
        lines = content.lines[:MOST_LINES]
    return {
        "pieces": [
            {"part": part, "title": title, "stands": stands.get(part), "sections": under.get(part, [])}
            for part, title in titles.items()
        ],
        "lines": lines,
        "keys": ",".join(str(line.key) for line in lines),
        "marking": marking,
        "asks": needs_clearance(report.desk, report.marking),
    }


@require_POST
@desk_page
def part(request: DeskRequest, actor: Actor, report_id: int, part: str) -> HttpResponse:
    """Save; a script gets what stands around the words, or both wordings with 409."""
    require_writer(actor)
    found = get_object_or_404(visible_reports(actor), pk=report_id)
    if part not in Part.values:
        raise Http404
    wanted, typed = Part(part), request.POST.get("text", "")
    try:
        saved = save_part(
            actor,
            found,
            wanted,
            typed,
            version=record_number(request.POST.get("version", "")) or 0,
            editor=request.POST.get("editor", "")[:32],
        )
    except WrittenMeanwhile as refusal:
        conflict = {
            "refusal": str(refusal),
            "theirs": refusal.current,
            "differences": differences(refusal.current.text, typed),
        }
        return _answer(request, found, refusal.current, typed, status=409, conflict=conflict)
    if not request.htmx:
        toast(request, _("Saved."))
        return redirect(f"{reverse('reports:report', args=[found.pk])}#{wanted}")
    return _answer(request, found, saved, typed)


def _answer(
    request: DeskRequest,
    found: Report,
    stands: ReportPart,
    typed: str,
    *,
    status: int = 200,
    conflict: Mapping[str, object] | None = None,
) -> HttpResponse:
    """For a script what stands around the words; without one a page with this part alone, so that what was typed is not lost."""
    context = {
        "report": found,
        "part": Part(stands.name),
        "title": str(Part(stands.name).label),
        "stands": stands,
        "typed": typed,
        "conflict": conflict,
        "editor": request.POST.get("editor", ""),
    }
    template = "reports/part.html#around" if request.htmx else "reports/part_alone.html"
    return render(request, template, context, status=status)


@require_POST
@desk_page
def reading(request: HttpRequest, actor: Actor, report_id: int) -> HttpResponse:
    """The journal is read anew; what was written stands."""
    require_writer(actor)
    found = get_object_or_404(visible_reports(actor), pk=report_id)
    try:
        read_anew(actor, found)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("Figures and lines are those of now; your own words stand."))
    return redirect("reports:report", report_id=found.pk)


@require_POST
@desk_page
def setting(request: HttpRequest, actor: Actor, report_id: int) -> HttpResponse:
    """Its marking, which sections are printed, or which lines stay out."""
    require_writer(actor)
    found = get_object_or_404(visible_reports(actor), pk=report_id)
    marking = request.POST.get("marking", "")
    try:
        if marking in set(Marking):
            set_marking(actor, found, Marking(marking))
        elif "sections" in request.POST:
            hide_parts(actor, found, set(Part.values) - set(request.POST.getlist("section")))
        elif "shown" in request.POST:
            leave_out(actor, found, (set(found.left_out) - shown(request)) | unticked(request))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("Saved."))
    return redirect("reports:report", report_id=found.pk)
