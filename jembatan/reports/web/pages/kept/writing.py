"""A kept report: what officers write, each part saved while one types, above what the journal says."""

import secrets
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
from jembatan.papers.queries.pages import stretch, within
from jembatan.papers.web.deciding import tried
from jembatan.papers.web.writing import Field, saving
from jembatan.platform.access import require_writer
from jembatan.platform.documents.model import Section
from jembatan.platform.markings import Marking
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.reports.actions.kept.start import leave_out, read_anew, set_marking
from jembatan.reports.actions.kept.templates import hide_parts
from jembatan.reports.actions.kept.write import save_part
from jembatan.reports.models import Part, Report, ReportPart
from jembatan.reports.queries.kept.standing import needs_clearance, standing_of
from jembatan.reports.queries.kept.visible import visible_editions, visible_reports
from jembatan.reports.queries.kept.whole import content_now
from jembatan.reports.queries.lines import ReportLine
from jembatan.reports.queries.sections import Sections
from jembatan.reports.web.unticked import shown, unticked

LINES_AT_ONCE = 300


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
        "editions": visible_editions(actor, found).defer("document", "words"),
        "markings": [marking.value for marking in Marking],
        "editor": secrets.token_hex(8),
        **_pieces(found, start=record_number(request.GET.get("from", "")) or 0),
    }
    return render(request, "reports/written.html", context)


def _pieces(report: Report, *, start: int) -> dict[str, Any]:
    """Sections in the report's language, titles of parts in the reader's; nothing of the record where the subject is gone."""
    stands = {part.name: part for part in report.parts.select_related("saved_by")}
    under: dict[Part, list[Section]] = {}
    found: list[ReportLine] = []
    if not report.is_orphan:
        content = content_now(report)
        found = content.lines
        with translation.override(report.language), timezone.override(ZoneInfo(report.desk.time_zone)):
            sections = Sections(content, "")
            under = {
                Part.SUMMARY: [sections.figures()],
                Part.CAME: [sections.came()],
                Part.OWED: [sections.owed_by_us(), sections.owed_to_us()],
                Part.RISK: [sections.at_risk()],
                Part.NEXT: [sections.next_steps()],
            }
    part_shown = stretch(len(found), start, LINES_AT_ONCE)
    lines = within(found, part_shown)
    return {
        "pieces": [
            {
                "part": part,
                "field": field_of(report, part, stands=stands.get(part)),
                "sections": under.get(part, []),
            }
            for part in Part
        ],
        "lines": lines,
        "keys": ",".join(str(line.key) for line in lines),
        "stretch": part_shown,
        "asks": needs_clearance(report.desk, report.marking),
    }


def field_of(found: Report, part: Part, *, stands: ReportPart | None = None) -> Field:
    """Where a part is written, in the reader's language."""
    return Field(
        name=part.value,
        title=str(part.label),
        address=reverse("reports:part", args=[found.pk, part]),
        versions=reverse("reports:versions", args=[found.pk, part]),
        page=reverse("reports:report", args=[found.pk]),
        stands=stands,
    )


@require_POST
@desk_page
def part(request: DeskRequest, actor: Actor, report_id: int, part: str) -> HttpResponse:
    """Save; a script gets what stands around the words, or both wordings with 409."""
    require_writer(actor)
    found = get_object_or_404(visible_reports(actor), pk=report_id)
    if part not in Part.values:
        raise Http404
    wanted = Part(part)

    def save(text: str, version: int, editor: str) -> ReportPart:
        return save_part(actor, found, wanted, text, version=version, editor=editor)

    def around() -> dict[str, object]:
        return {"anew": standing_of(found), "steps": "reports/steps.html", "report": found}

    return saving(request, found, field_of(found, wanted), save, around)


@require_POST
@desk_page
def reading(request: HttpRequest, actor: Actor, report_id: int) -> HttpResponse:
    """The journal is read anew; what was written stands."""
    require_writer(actor)
    found = get_object_or_404(visible_reports(actor), pk=report_id)
    return tried(
        request,
        lambda: read_anew(actor, found),
        told=_("Figures and lines are those of now; your own words stand."),
        then=redirect("reports:report", report_id=found.pk),
    )


@require_POST
@desk_page
def setting(request: HttpRequest, actor: Actor, report_id: int) -> HttpResponse:
    """Its marking, which sections are printed, or which lines stay out; with `then` go on to other lines."""
    require_writer(actor)
    found = get_object_or_404(visible_reports(actor), pk=report_id)
    marking, then = request.POST.get("marking", ""), record_number(request.POST.get("then", ""))
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
        if then is None:
            toast(request, _("Saved."))
    page = reverse("reports:report", args=[found.pk])
    return redirect(page if then is None else f"{page}?from={then}#{Part.DONE}")
