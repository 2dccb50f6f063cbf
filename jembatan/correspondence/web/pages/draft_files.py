"""Files of a draft: put in, taken out, looked at."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.files import attach, detach
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.outgoing import MOST_BYTES
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.platform.access import require_writer
from jembatan.platform.files.web.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def draft_files(request: HttpRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """Put in whatever was chosen; what is refused is told and hinders nothing else."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    for upload in request.FILES.getlist("file"):
        try:
            if (upload.size or 0) > MOST_BYTES:
                raise Refused(_("“%(name)s” is larger than a mail can carry.") % {"name": upload.name})
            attach(actor, stored, upload.read(), name=upload.name or "", type=upload.content_type or "")
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
    return redirect("correspondence:draft", draft_id=stored.pk)


@require_POST
@desk_page
def file_removal(request: HttpRequest, actor: Actor, draft_id: int, file_id: int) -> HttpResponse:
    """Take one out."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    get_object_or_404(stored.attachments, pk=file_id)
    try:
        detach(actor, stored, attachment_id=file_id)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("correspondence:draft", draft_id=stored.pk)


@desk_page
def draft_file(request: HttpRequest, actor: Actor, draft_id: int, file_id: int) -> HttpResponseBase:
    """The file, never opened in place."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    found = get_object_or_404(stored.attachments.select_related("file"), pk=file_id)
    return download(found.file, name=found.name)
