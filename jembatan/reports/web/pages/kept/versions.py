"""Earlier wordings of a part, with what each changed; any can be brought back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.papers.web.writing import versions_page
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.reports.actions.kept.write import restore_part
from jembatan.reports.models import Part, Report
from jembatan.reports.queries.kept.visible import visible_reports
from jembatan.reports.web.pages.kept.writing import field_of


@desk_page
def versions(request: HttpRequest, actor: Actor, report_id: int, part: str) -> HttpResponse:
    """The latest first."""
    require_writer(actor)
    report, wanted = _found(actor, report_id, part)

    def restoration(version: int) -> str:
        return reverse("reports:restoration", args=[report.pk, wanted, version])

    return versions_page(request, report, field_of(report, wanted), restoration)


@require_POST
@desk_page
def restoration(request: HttpRequest, actor: Actor, report_id: int, part: str, version: int) -> HttpResponse:
    """The words of then, as the newest version."""
    require_writer(actor)
    report, wanted = _found(actor, report_id, part)
    get_object_or_404(report.versions, name=wanted, version=version)
    restore_part(actor, report, wanted, version=version)
    toast(request, _("The earlier wording is back. The later one is kept among the versions."))
    return redirect(f"{reverse('reports:report', args=[report.pk])}#{wanted}")


def _found(actor: Actor, report_id: int, part: str) -> tuple[Report, Part]:
    report = get_object_or_404(visible_reports(actor), pk=report_id)
    if part not in Part.values:
        raise Http404
    return report, Part(part)
