"""A subject's timeline as a fragment: what its filter chips and its "more" load."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.journal.web.timelines import timeline_of
from jembatan.platform.ui.guard import DeskRequest, desk_page

VISIBLE: dict[str, Callable[[Actor], QuerySet[Any]]] = {
    "organisation": visible_organisations,
    "person": visible_people,
    "dossier": visible_dossiers,
}


@desk_page
def timeline(request: DeskRequest, actor: Actor, subject_kind: str, subject_id: int) -> HttpResponse:
    """The whole partial, or with `after` the next rows only; opened without htmx it is a plain page."""
    if subject_kind not in VISIBLE:
        raise Http404
    subject: Organisation | Person | Dossier = get_object_or_404(VISIBLE[subject_kind](actor), pk=subject_id)
    after = request.GET.get("after", "")
    context = timeline_of(actor, subject, kind=request.GET.get("kind", ""), after=after)
    if not request.htmx:
        return render(request, "journal/timeline_page.html", context)
    return render(request, "journal/rows.html" if after else "journal/timeline.html", context)
