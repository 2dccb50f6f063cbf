"""The book of numbers: on the page, and as a workbook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.number_book import write_book
from jembatan.correspondence.queries.numbering.book import BookLine, book_page, whole_book
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import day_text
from jembatan.platform.ui.paging import more_url


@desk_page
def number_book(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Numbers given last first; with `after`, the next rows only."""
    after = request.GET.get("after", "")
    page = book_page(actor, after=after)
    context = {"lines": page.rows, "more_url": more_url(request.path, page.next_after)}
    template = "correspondence/number_book.html"
    return render(request, f"{template}#rows" if after else template, context)


@desk_page
def number_book_file(request: HttpRequest, actor: Actor) -> HttpResponse:
    """All of it as XLSX."""
    title = _("Book of numbers · %(desk)s · %(day)s") % {
        "desk": actor.desk.name,
        "day": day_text(timezone.localdate()),
    }
    headings = [_("Number"), _("Series"), _("Date"), _("Subject"), _("State"), _("Reserved by"), _("Reason")]
    rows = (_row(line) for line in whole_book(actor))
    return download(write_book(title, headings, rows), name=file_name(_("Book of numbers"), "xlsx"))


def _row(line: BookLine) -> list[str]:
    number = line.number
    return [
        number.text,
        number.series.name,
        day_text(number.reserved_at),
        line.title,
        number.get_state_display(),
        number.reserved_by.full_name if number.reserved_by else "",
        line.reason,
    ]
