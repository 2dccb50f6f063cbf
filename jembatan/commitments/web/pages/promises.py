"""All promises: ours and theirs, what is late, what is due this week."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.listing import Narrowed, list_promises
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url

SIDES = {
    "": gettext_lazy("All"),
    "mine": gettext_lazy("Mine"),
    "ours": gettext_lazy("Ours"),
    "theirs": gettext_lazy("Theirs"),
}
WHENS = {
    "": gettext_lazy("All open"),
    "overdue": gettext_lazy("Overdue"),
    "week": gettext_lazy("This week"),
    "closed": gettext_lazy("Closed"),
}


@desk_page
def promises(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?side=`, `?when=`, `?organisation=`; with `after`, the next rows only."""
    side, when = request.GET.get("side", ""), request.GET.get("when", "")
    narrowed = Narrowed(
        side=side if side in SIDES else "",
        when=when if when in WHENS else "",
        organisation=_organisation(actor, request.GET.get("organisation", "")),
    )
    after = request.GET.get("after", "")
    page = list_promises(actor, narrowed, after=after)
    query = {
        "side": narrowed.side,
        "when": narrowed.when,
        "organisation": narrowed.organisation.pk if narrowed.organisation else "",
    }
    context = {
        "promises": page.rows,
        "narrowed": narrowed,
        "sides": SIDES,
        "whens": WHENS,
        "today": today_at(actor.desk),
        "more_url": more_url(request.path, page.next_after, **query),
        "next": request.get_full_path(),
    }
    template = "commitments/promises.html#rows" if after else "commitments/promises.html"
    return render(request, template, context)


def _organisation(actor: Actor, text: str) -> Organisation | None:
    number = record_number(text)
    return visible_organisations(actor).filter(pk=number).first() if number is not None else None
