"""What an address names: 404 for those that the actor may not see."""

from collections.abc import Mapping

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import Delegation, Duty, ItineraryItem, Movement, Officer, Programme
from jembatan.programmes.queries.local_times import clocks_of
from jembatan.programmes.queries.visible import (
    visible_delegations,
    visible_duties,
    visible_items,
    visible_movements,
    visible_officers,
    visible_programmes,
)
from jembatan.programmes.web.forms import zones


def found(actor: Actor, programme_id: int) -> Programme:
    """Raises `Http404`."""
    return get_object_or_404(visible_programmes(actor), pk=programme_id)


def found_delegation(actor: Actor, delegation_id: int) -> Delegation:
    """Raises `Http404`."""
    return get_object_or_404(
        visible_delegations(actor).select_related("home", "organisation"), pk=delegation_id
    )


def found_movement(actor: Actor, movement_id: int) -> Movement:
    """Raises `Http404`."""
    return get_object_or_404(visible_movements(actor), pk=movement_id)


def found_item(actor: Actor, item_id: int) -> ItineraryItem:
    """Raises `Http404`."""
    return get_object_or_404(visible_items(actor), pk=item_id)


def found_duty(actor: Actor, duty_id: int) -> Duty:
    """Raises `Http404`."""
    return get_object_or_404(visible_duties(actor), pk=duty_id)


def found_officer(actor: Actor, officer_id: int) -> Officer:
    """Raises `Http404`."""
    return get_object_or_404(visible_officers(actor).select_related("post", "leader"), pk=officer_id)


def shown(
    request: HttpRequest,
    programme: Programme,
    template: str,
    context: Mapping[str, object],
    *,
    status: int = 200,
) -> HttpResponse:
    """A page of the programme, whose times are shown on its clocks."""
    with clocks_of(programme.zone):
        return render(request, template, {"programme": programme, **context}, status=status)


def form_page(
    request: HttpRequest, programme: Programme, form: BaseForm, *, title: str, back: str, **context: object
) -> HttpResponse:
    """A form on a page of its own; 422 with what is wrong, and everything typed."""
    data = {"form": form, "title": title, "back": back, "zones": zones(), **context}
    return shown(request, programme, "programmes/form.html", data, status=422 if form.errors else 200)
