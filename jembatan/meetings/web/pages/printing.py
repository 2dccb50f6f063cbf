"""What a meeting prints: PDF, Word or a table, in Indonesian or English whatever the reader's language is."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.queries.printed.agenda import printed_agenda
from jembatan.meetings.queries.printed.frame import LANGUAGES
from jembatan.meetings.queries.printed.order import printed_delegations, printed_order
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.office import write_docx, write_xlsx
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page


@desk_page
def agenda(request: HttpRequest, actor: Actor, meeting_id: int, form: str) -> HttpResponse:
    """The agenda of the occurrence that `?at=` names."""
    meeting = meeting_or_404(actor, meeting_id)
    at, language = request.GET.get("at", ""), language_of(request)
    return printed(printed_agenda(actor, meeting, at=at, language=language), form)


@desk_page
def order(request: HttpRequest, actor: Actor, meeting_id: int, form: str) -> HttpResponse:
    """Attendance in order, with the reasons."""
    meeting = meeting_or_404(actor, meeting_id)
    at, language = request.GET.get("at", ""), language_of(request)
    return printed(printed_order(actor, meeting, at=at, language=language), form)


@desk_page
def delegations(request: HttpRequest, actor: Actor, meeting_id: int, form: str) -> HttpResponse:
    """A list for each delegation."""
    meeting = meeting_or_404(actor, meeting_id)
    at, language = request.GET.get("at", ""), language_of(request)
    return printed(printed_delegations(actor, meeting, at=at, language=language), form)


def language_of(request: HttpRequest) -> str:
    """That of the document: `?language=`, or the reader's."""
    asked = request.GET.get("language") or (translation.get_language() or "id")[:2]
    return asked if asked in LANGUAGES else "id"


def printed(document: Document, form: str) -> HttpResponse:
    """As a file to keep; 404 for a form that nobody knows."""
    writer = _WRITERS.get(form)
    if writer is None:
        raise Http404
    with translation.override(document.language):
        return download(writer(document), name=file_name(document.title, form))


def _table(document: Document) -> bytes:
    headings = (_("Section"), _("Label"), _("Text"), _("Detail"), _("Marking"), _("Sources"))
    return write_xlsx(document, headings=headings)


_WRITERS: dict[str, Callable[[Document], bytes]] = {
    "pdf": write_pdf,
    "docx": write_docx,
    "xlsx": _table,
}
