"""A person: how to address and reach them, the posts they hold, and what happened with them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.directory.queries.contact_points import contact_points_of
from jembatan.directory.queries.people_around import ties_of
from jembatan.directory.queries.positions import is_held_on, positions_of, today_at
from jembatan.directory.queries.visible import of_desk
from jembatan.directory.web.initials import initials
from jembatan.directory.web.pages.fields import facts_of
from jembatan.directory.web.reaching import ways_to_reach
from jembatan.directory.web.there import local_time
from jembatan.platform.ui.guard import desk_page

NAMES = (
    "full_name",
    "titles_before",
    "degrees_after",
    "form_of_address",
    "call_name",
    "native_name",
    "romanised_name",
    "name_order",
    "sort_as",
)
FACTS = ("languages", "country", "time_zone", "birthday", "tags", "marking", "note")


@desk_page
def person(request: HttpRequest, actor: Actor, person_id: int) -> HttpResponse:
    """One that was removed is shown too, with the way back."""
    found = get_object_or_404(of_desk(actor, Person), pk=person_id)
    found.desk = actor.desk
    positions, today = list(positions_of(actor, found)), today_at(actor.desk)
    context = {
        "person": found,
        "initials": initials(found.romanised_name or found.full_name),
        "held": [position for position in positions if is_held_on(position, today)],
        "earlier": [position for position in positions if not is_held_on(position, today)],
        "ways": ways_to_reach(contact_points_of(actor, found), found),
        "ties": ties_of(actor, found),
        "names": facts_of(actor, found, NAMES),
        "facts": facts_of(actor, found, FACTS),
        "there": local_time(found.time_zone),
        "editable": actor.may_write and found.removed_at is None,
    }
    return render(request, "directory/person.html", context)
