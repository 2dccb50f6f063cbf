"""What options are worth to a party: numbers that are kept while one enters them."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.value import value_options
from jembatan.negotiation.web.numbers import points_of
from jembatan.negotiation.web.pages.found import found
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page

LONGEST_WALK_AWAY = 2000


@require_POST
@desk_page
def values(request: DeskRequest, actor: Actor, negotiation_id: int, seat_id: int) -> HttpResponse:
    """`weight-7`, `score-12`, `reservation`, `discount`, `walk_away`; a number that is none, or out of bounds, is told and left out.

    What was noted and is emptied is 0. `known` is what the page held before, as JSON: what it sends unchanged stays as it is by now, so that a page that
    was opened earlier does not bring back what somebody else has changed since.
    """
    require_writer(actor)
    shown = found(actor, negotiation_id)
    party = get_object_or_404(shown.parties, pk=seat_id)
    posted = _changed(request.POST)
    read = numbers_of(posted)
    wrong = sorted(name for name, value in read.items() if value is None)
    kept = {name: value for name, value in read.items() if value is not None}
    value_options(
        actor,
        party,
        weights=by_id("weight", kept) | _emptied(posted, "weight", party.weights.values_list("issue")),
        scores=by_id("score", kept) | _emptied(posted, "score", party.scores.values_list("option")),
        reservation=kept.get(
            "reservation", party.reservation if posted.get("reservation", "-") else Decimal(0)
        ),
        walk_away=posted.get("walk_away", party.walk_away).strip()[:LONGEST_WALK_AWAY],
        discount=kept.get("discount"),
    )
    if not request.htmx and not wrong:
        return redirect(f"{reverse('negotiation:negotiation', args=[shown.pk])}#seat-{party.pk}")
    known = json.dumps({name: text for name, text in _texts(request.POST).items() if name not in wrong})
    context = {"negotiation": shown, "party": party, "wrong": wrong, "saved": True, "known": known}
    return render(request, "negotiation/saved.html", context, status=200 if request.htmx else 422)


def _texts(posted: QueryDict) -> dict[str, str]:
    told = {name: str(text) for name, text in posted.items() if _is_number(name) or name == "walk_away"}
    return {name: text.replace("\r\n", "\n") for name, text in told.items()}


def _changed(posted: QueryDict) -> dict[str, str]:
    """All of it, where the page does not say what it held before."""
    try:
        known = json.loads(posted.get("known", ""))
    except ValueError:
        known = None
    before = known if isinstance(known, dict) else {}
    return {name: text for name, text in _texts(posted).items() if before.get(name) != text}


def numbers_of(posted: Mapping[str, str]) -> dict[str, Decimal | None]:
    """By the field's name, those that are not empty; None for what is no number or out of bounds."""
    texts = {name: text for name, text in posted.items() if _is_number(name)}
    read = {name: points_of(text) for name, text in texts.items() if text.strip()}
    return read | ({"discount": None} if read.get("discount") == 0 else {})


def _emptied(posted: Mapping[str, str], kind: str, noted: Iterable[tuple[int]]) -> dict[int, Decimal]:
    empty = by_id(kind, {name: Decimal(0) for name, text in posted.items() if not text.strip()})
    known = {pk for (pk,) in noted} if empty else set()
    return {pk: zero for pk, zero in empty.items() if pk in known}


def _is_number(name: str) -> bool:
    return name in {"reservation", "discount"} or name.startswith(("weight-", "score-"))


def by_id(kind: str, kept: Mapping[str, Decimal]) -> dict[int, Decimal]:
    """Those of a kind, by the id behind the dash."""
    found_by_id = {}
    for name, value in kept.items():
        what, _dash, number = name.partition("-")
        if what == kind and (pk := record_number(number)) is not None:
            found_by_id[pk] = value
    return found_by_id
