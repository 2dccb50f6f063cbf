"""Writing a line, or another wording of one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.write import write_line
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Line
from jembatan.correspondence.queries.lines.visible import standing_of, visible_lines
from jembatan.correspondence.web.line_form import LineForm
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def new_line(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A line that waits for its first clearance."""
    require_writer(actor)
    return _page(request, actor, None, LineForm(actor, request.POST or None))


@desk_page
def wording(request: HttpRequest, actor: Actor, line_id: int) -> HttpResponse:
    """What was cleared holds until the new wording is."""
    require_writer(actor)
    stored = get_object_or_404(visible_lines(actor), pk=line_id)
    row = standing_of(actor, stored)
    version = row.waiting or row.current
    return _page(
        request, actor, stored, LineForm(actor, request.POST or None, instance=row.line, version=version)
    )


def _page(request: HttpRequest, actor: Actor, stored: Line | None, form: LineForm) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            kept = write_line(actor, stored, form.content)
        except (Refused, PermissionDenied) as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The line is saved."))
            return redirect("correspondence:line", line_id=kept.pk)
    context = {"form": form, "line": stored}
    return render(request, "correspondence/line_wording.html", context, status=422 if form.errors else 200)
