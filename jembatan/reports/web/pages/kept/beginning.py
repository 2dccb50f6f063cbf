"""The list of kept reports; beginning one, putting one away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.reports.actions.kept.start import bring_back_report, discard_report, start_report
from jembatan.reports.actions.kept.templates import apply_template
from jembatan.reports.models import ReportTemplate
from jembatan.reports.queries.kept.standing import standings
from jembatan.reports.queries.kept.visible import visible_reports
from jembatan.reports.web.asked import asked_of
from jembatan.reports.web.unticked import unticked

AT_ONCE = 100


@desk_page
def kept(request: DeskRequest, actor: Actor) -> HttpResponse:
    """GET lists them, the latest period first, for a script those behind `?from=`; POST begins one, without the lines that were unticked."""
    if request.method == "POST":
        return _begun(request, actor)
    start = record_number(request.GET.get("from", "")) or 0
    found = list(visible_reports(actor).order_by("-last", "-pk")[start : start + AT_ONCE + 1])
    context: dict[str, object] = {
        "standings": standings(found[:AT_ONCE]),
        "more_url": f"{reverse('reports:kept')}?from={start + AT_ONCE}" if found[AT_ONCE:] else "",
    }
    if request.htmx:
        return render(request, "reports/kept_rows.html", context)
    context |= {
        "templates": ReportTemplate.objects.filter(desk=actor.desk).order_by("name"),
    }
    return render(request, "reports/kept.html", context)


def _begun(request: HttpRequest, actor: Actor) -> HttpResponse:
    require_writer(actor)
    form = asked_of(actor, request.POST.dict())
    if not form.is_valid():
        toast(request, _("Choose the days and the subject first."), tone="danger")
        return redirect("reports:reports")
    report = start_report(
        actor, form.scope, language=form.cleaned_data["language"], left_out=unticked(request)
    )
    number = record_number(request.POST.get("template", ""))
    template = ReportTemplate.objects.filter(desk=actor.desk, pk=number).first() if number else None
    if template is not None:
        apply_template(actor, report, template)
    return redirect("reports:report", report_id=report.pk)


@require_POST
@desk_page
def discarding(request: HttpRequest, actor: Actor, report_id: int) -> HttpResponse:
    """Out of the way; the toast brings it back."""
    require_writer(actor)
    report = discard_report(actor, get_object_or_404(visible_reports(actor, discarded=True), pk=report_id))
    toast(request, _("The report is discarded."), undo=reverse("reports:return", args=[report.pk]))
    return redirect("reports:kept")


@require_POST
@desk_page
def returning(request: HttpRequest, actor: Actor, report_id: int) -> HttpResponse:
    """Back to writing."""
    require_writer(actor)
    report = bring_back_report(actor, get_object_or_404(visible_reports(actor, discarded=True), pk=report_id))
    return redirect("reports:report", report_id=report.pk)
