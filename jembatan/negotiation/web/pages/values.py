"""What options are worth to a party: numbers that are kept while one enters them."""

from decimal import Decimal, InvalidOperation

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.value import value_options
from jembatan.negotiation.web.pages.found import found
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page

LONGEST_WALK_AWAY = 2000


@require_POST
@desk_page
def values(request: DeskRequest, actor: Actor, negotiation_id: int, seat_id: int) -> HttpResponse:
    """`weight-7`, `score-12`, `reservation`, `walk_away`; a number that is none, or out of bounds, is told and left out."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    party = get_object_or_404(shown.parties, pk=seat_id)
    read = {
        name: _points(text) for name, text in _texts(request).items() if _is_number(name) and text.strip()
    }
    wrong = sorted(name for name, value in read.items() if value is None)
    kept = {name: value for name, value in read.items() if value is not None}
    value_options(
        actor,
        party,
        weights=_of("weight", kept),
        scores=_of("score", kept),
        reservation=kept.get("reservation", Decimal(0) if "reservation" not in read else party.reservation),
        walk_away=request.POST.get("walk_away", party.walk_away).strip()[:LONGEST_WALK_AWAY],
    )
    if not request.htmx and not wrong:
        return redirect(f"{reverse('negotiation:negotiation', args=[shown.pk])}#seat-{party.pk}")
    context = {"negotiation": shown, "party": party, "wrong": wrong, "saved": True}
    return render(request, "negotiation/saved.html", context, status=200 if request.htmx else 422)


def _texts(request: DeskRequest) -> dict[str, str]:
    return {name: str(text) for name, text in request.POST.items()}


def _is_number(name: str) -> bool:
    return name == "reservation" or name.startswith(("weight-", "score-"))


def _of(kind: str, kept: dict[str, Decimal]) -> dict[int, Decimal]:
    """By the id behind the dash."""
    found_by_id = {}
    for name, value in kept.items():
        what, _dash, number = name.partition("-")
        if what == kind and (pk := record_number(number)) is not None:
            found_by_id[pk] = value
    return found_by_id


def _points(text: str) -> Decimal | None:
    """0 to 100, with a point or a comma."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return round(value, 2) if value.is_finite() and 0 <= value <= 100 else None
