"""What the radar has found, the most serious first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.radar.actions.weekly import weekly_of
from jembatan.radar.queries.listing import Narrowed, list_signals, waiting_number
from jembatan.radar.queries.wording.rules import WORDS

VIEWS = {
    "": gettext_lazy("Came up"),
    "all": gettext_lazy("All open"),
    "mine": gettext_lazy("My tasks"),
    "later": gettext_lazy("Snoozed"),
    "dismissed": gettext_lazy("Dismissed"),
}


@desk_page
def signals(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?view=`, `?rule=`, `?organisation=`; with `after`, the next rows only."""
    view, rule = request.GET.get("view", ""), request.GET.get("rule", "")
    organisation = _organisation(actor, request.GET.get("organisation", ""))
    narrowed = Narrowed(
        view=view if view in VIEWS else "",
        rule=rule if rule in WORDS else "",
        organisation_id=organisation.pk if organisation else None,
    )
    after = request.GET.get("after", "")
    page = list_signals(actor, narrowed, after=after)
    query = {"view": narrowed.view, "rule": narrowed.rule, "organisation": narrowed.organisation_id or ""}
    context = {
        "shown": page.rows,
        "narrowed": narrowed,
        "organisation": organisation,
        "rule": WORDS.get(narrowed.rule),
        "views": VIEWS,
        "waiting": waiting_number(actor) if not narrowed.view and not after else 0,
        "weekly": weekly_of(actor.desk),
        "more_url": more_url(request.path, page.next_after, **query),
        "next": request.get_full_path(),
    }
    return render(request, "radar/signals.html#rows" if after else "radar/signals.html", context)


def _organisation(actor: Actor, text: str) -> Organisation | None:
    number = record_number(text)
    return visible_organisations(actor).filter(pk=number).first() if number is not None else None
