"""Every open action of the desk: whose it is, what is overdue, with which organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.meetings.queries.outcomes.listing import Narrowed, list_open_actions, organisations_concerned
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url

SIDES = {
    "": gettext_lazy("All"),
    "mine": gettext_lazy("Mine"),
    "ours": gettext_lazy("Ours"),
    "theirs": gettext_lazy("Theirs"),
}


@desk_page
def actions(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?side=`, `?overdue=1`, `?organisation=`; with `after`, the next rows only."""
    side = request.GET.get("side", "")
    narrowed = Narrowed(
        side=side if side in SIDES else "",
        overdue=request.GET.get("overdue") == "1",
        organisation=_organisation(actor, request.GET.get("organisation", "")),
    )
    after = request.GET.get("after", "")
    page = list_open_actions(actor, narrowed, after=after)
    query = {
        "side": narrowed.side,
        "overdue": "1" if narrowed.overdue else "",
        "organisation": narrowed.organisation.pk if narrowed.organisation else "",
    }
    context = {
        "actions": page.rows,
        "narrowed": narrowed,
        "sides": SIDES,
        "today": timezone.localdate(),
        "more_url": more_url(request.path, page.next_after, **query),
        "organisations": organisations_concerned(actor),
        "next": request.get_full_path(),
    }
    template = "meetings/outcomes/actions.html#rows" if after else "meetings/outcomes/actions.html"
    return render(request, template, context)


def _organisation(actor: Actor, text: str) -> Organisation | None:
    number = record_number(text)
    return visible_organisations(actor).filter(pk=number).first() if number is not None else None
