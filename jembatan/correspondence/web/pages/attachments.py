"""What came with a message: to keep, or a picture to look at."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.visible import visible_attachments
from jembatan.platform.files.web.downloads import download, shown
from jembatan.platform.ui.guard import desk_page


@desk_page
def attachment(request: HttpRequest, actor: Actor, attachment_id: int) -> HttpResponseBase:
    """The file, never opened in place."""
    found = get_object_or_404(visible_attachments(actor), pk=attachment_id)
    return download(found.file, name=found.name)


@desk_page
def picture(request: HttpRequest, actor: Actor, attachment_id: int) -> HttpResponseBase:
    """A PNG, JPEG, GIF or WebP in place, by its bytes; 404 for everything else."""
    found = get_object_or_404(visible_attachments(actor), pk=attachment_id)
    response = shown(found.file)
    if response is None:
        raise Http404
    return response
