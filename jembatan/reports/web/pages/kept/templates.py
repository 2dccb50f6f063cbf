"""Desk templates: one report's words and sections, kept under a name to begin others with."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.reports.actions.kept.templates import keep_template, remove_template
from jembatan.reports.models import ReportTemplate
from jembatan.reports.queries.kept.visible import visible_reports


@require_POST
@desk_page
def keeping(request: HttpRequest, actor: Actor, report_id: int) -> HttpResponse:
    """As the report stands."""
    require_officer(actor)
    found = get_object_or_404(visible_reports(actor), pk=report_id)
    try:
        keep_template(actor, found, request.POST.get("name", ""))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("Reports can begin with this template now."))
    return redirect("reports:report", report_id=found.pk)


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Actor, report_template_id: int) -> HttpResponse:
    """Reports that were begun with it stay."""
    require_officer(actor)
    remove_template(actor, get_object_or_404(ReportTemplate, desk=actor.desk, pk=report_template_id))
    toast(request, _("The template is removed."))
    return redirect("reports:kept")
