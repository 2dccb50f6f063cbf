"""What the list shows, as a file."""

from typing import cast, get_args

from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import get_language

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.export import Format, export_parties
from jembatan.directory.web.pages.directory import FilterForm
from jembatan.directory.web.parties import kind_or_404
from jembatan.platform.ui.downloads import kept_as
from jembatan.platform.ui.guard import desk_page

TYPES = {
    "vcf": "text/vcard; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@desk_page
def export(request: HttpRequest, actor: Actor, kind: str, file_format: str) -> HttpResponseBase:
    """The filter is the list's own query; `bom=1` for a CSV that Excel opens by a click."""
    if file_format not in get_args(Format):
        raise Http404
    exported = export_parties(
        actor,
        kind_or_404(kind),
        FilterForm(request.GET).filters(),
        file_format=cast(Format, file_format),
        language="id" if get_language() == "id" else "en",
        bom="bom" in request.GET,
    )
    return StreamingHttpResponse(
        exported.content, content_type=TYPES[file_format], headers=kept_as(exported.name)
    )
