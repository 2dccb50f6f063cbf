"""Files of a statement: put in, taken out, looked at."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.statements.files import enclose, take_out
from jembatan.correspondence.formats.outgoing import MOST_BYTES
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.platform.access import require_writer
from jembatan.platform.files.web.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def statement_files(request: HttpRequest, actor: Actor, statement_id: int) -> HttpResponse:
    """Put in whatever was chosen; what is refused is told and hinders nothing else."""
    require_writer(actor)
    stored = get_object_or_404(visible_statements(actor), pk=statement_id)
    for upload in request.FILES.getlist("file"):
        try:
            if (upload.size or 0) > MOST_BYTES:
                raise Refused(_("“%(name)s” is larger than a mail can carry.") % {"name": upload.name})
            enclose(actor, stored, upload.read(), name=upload.name or "", type=upload.content_type or "")
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
    return redirect("correspondence:statement", statement_id=stored.pk)


@require_POST
@desk_page
def statement_file_removal(
    request: HttpRequest, actor: Actor, statement_id: int, enclosure_id: int
) -> HttpResponse:
    """Take one out."""
    require_writer(actor)
    stored = get_object_or_404(visible_statements(actor), pk=statement_id)
    file = get_object_or_404(stored.files, pk=enclosure_id)
    try:
        take_out(actor, file)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("correspondence:statement", statement_id=stored.pk)


@desk_page
def statement_file(
    request: HttpRequest, actor: Actor, statement_id: int, enclosure_id: int
) -> HttpResponseBase:
    """The file, never opened in place."""
    stored = get_object_or_404(visible_statements(actor), pk=statement_id)
    found = get_object_or_404(stored.files.select_related("file"), pk=enclosure_id)
    return download(found.file, name=found.name)
