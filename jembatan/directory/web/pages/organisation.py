"""An organisation: its units and parents, who works there, who of us answers for it, and what happened with it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.directory.queries.contact_points import contact_points_of
from jembatan.directory.queries.house import house_around
from jembatan.directory.queries.positions import former_positions, positions_today
from jembatan.directory.queries.visible import organisation_with_counterpart
from jembatan.directory.web.initials import initials
from jembatan.directory.web.pages.fields import facts_of
from jembatan.directory.web.reaching import ways_to_reach
from jembatan.directory.web.there import local_time
from jembatan.platform.ui.guard import desk_page

FACTS = (
    "name",
    "short_name",
    "native_name",
    "kind",
    "parent",
    "domains",
    "languages",
    "country",
    "time_zone",
    "tags",
    "marking",
    "note",
)


@desk_page
def organisation(request: HttpRequest, actor: Actor, organisation_id: int) -> HttpResponse:
    """One that was removed is shown too, with the way back."""
    found = organisation_with_counterpart(actor, organisation_id)
    if found is None:
        raise Http404
    found.desk = actor.desk
    ancestors, units = house_around(actor, found)
    context = {
        "organisation": found,
        "initials": initials(found.name),
        "ancestors": ancestors,
        "units": units,
        "held": positions_today(actor, found),
        "former": former_positions(actor, found),
        "ways": ways_to_reach(contact_points_of(actor, found), found),
        "facts": facts_of(actor, found, FACTS),
        "there": local_time(found.time_zone),
        "counterpart": getattr(found, "counterpart", None),
        "editable": actor.may_write and found.removed_at is None,
    }
    return render(request, "directory/organisation.html", context)
