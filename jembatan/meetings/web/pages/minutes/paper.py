"""The minutes as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from jembatan.accounts.actor import Actor
from jembatan.meetings.queries.minutes.document import compose_minutes
from jembatan.meetings.web.found import minutes_or_404
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.office import write_docx
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page

WRITERS = {"pdf": write_pdf, "docx": write_docx}


@desk_page
def paper(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """`?format=pdf` or `docx`, in the language of the reader."""
    form = request.GET.get("format", "pdf")
    if form not in WRITERS:
        raise Http404
    minutes = minutes_or_404(actor, minutes_id)
    document = compose_minutes(actor, minutes, language=translation.get_language() or actor.desk.language)
    return download(WRITERS[form](document), name=file_name(document.title, form))
