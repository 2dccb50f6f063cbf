"""What the journal shows on other pages: the timeline of their subject, and the latest lines on the today page."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.web.rows import page_of
from jembatan.journal.web.timelines import timeline_of

LATEST = 8


def timeline(request: HttpRequest, actor: Actor, subject: Organisation | Person | Dossier) -> str:
    """The newest entries, narrowed by `?kind=`; chips and "more" ask the journal for the rows alone."""
    context = timeline_of(actor, subject, kind=request.GET.get("kind", ""))
    return render_to_string("journal/timeline.html", context, request)


def latest(request: HttpRequest, actor: Actor, subject: None) -> str:
    """The desk's last eight lines; nothing while there are none."""
    page = page_of(actor, None, size=LATEST)
    return render_to_string("journal/latest.html", {"rows": page.rows}, request) if page.rows else ""
