"""What the journal shows on other pages: the timeline of their subject, and the latest lines on the today page."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.kinds import groups_of_subjects
from jembatan.journal.queries.occurring import by_occurrence
from jembatan.journal.queries.timeline import Filters
from jembatan.journal.web.addresses import timeline_url
from jembatan.journal.web.rows import page_of
from jembatan.platform.ui.paging import more_url

LATEST = 8


def timeline(request: HttpRequest, actor: Actor, subject: Organisation | Person | Dossier) -> str:
    """The newest entries, narrowed by `?kind=`; chips and "more" ask the journal for the rows alone."""
    kind = request.GET.get("kind", "")
    page = page_of(actor, subject, filters=Filters(kinds=(kind,) if kind else ()))
    frequent, rare = by_occurrence(actor, subject, groups_of_subjects())
    context = {
        "subject": subject,
        "rows": page.rows,
        "more_url": more_url(timeline_url(subject), page.next_after, kind=kind),
        "groups": frequent,
        "rare": rare,
        "kind": kind,
        "timeline_url": timeline_url(subject),
    }
    return render_to_string("journal/timeline.html", context, request)


def latest(request: HttpRequest, actor: Actor, subject: None) -> str:
    """The desk's last eight lines; nothing while there are none."""
    page = page_of(actor, None, size=LATEST)
    return render_to_string("journal/latest.html", {"rows": page.rows}, request) if page.rows else ""
