"""Trying other numbers: sliders that move the picture, and leave the sheet as it is until somebody keeps them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.value import take_numbers
from jembatan.negotiation.queries.analysed import Analysed, analysed
from jembatan.negotiation.queries.findings import in_words
from jembatan.negotiation.queries.picture import picture
from jembatan.negotiation.queries.sheet import Sheet, sheet_of
from jembatan.negotiation.queries.trial import (
    Numbers,
    as_fields,
    noted,
    numbers_in,
    tried,
    with_scores,
)
from jembatan.negotiation.web.analysed import offers_on_the_table, other_side
from jembatan.negotiation.web.numbers import plain, points_of
from jembatan.negotiation.web.pages.found import found
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def trial(request: DeskRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """The sliders as they were left; POST shows what would follow from others. They wait in the session of whoever moves them."""
    sheet = sheet_of(found(actor, negotiation_id))
    if request.method == "POST":
        numbers = numbers_in(sheet, _sent(request))
        request.session[_key(sheet)] = as_fields(numbers)
    else:
        left = request.session.get(_key(sheet), {})
        numbers = numbers_in(sheet, {name: Decimal(text) for name, text in left.items()})
    context = {"negotiation": sheet.negotiation, **_follows(request, sheet, numbers)}
    if request.htmx:
        return render(request, "negotiation/trial.html#tried", context)
    context["sliders"] = list(_sliders(tried(sheet, numbers), with_scores=with_scores(sheet)))
    return render(request, "negotiation/trial.html", context)


@require_POST
@desk_page
def keeping(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """They are noted on the sheet."""
    require_writer(actor)
    shown = found(actor, negotiation_id)
    sheet = sheet_of(shown)
    numbers = numbers_in(sheet, _sent(request))
    take_numbers(actor, shown, numbers)
    request.session.pop(_key(sheet), None)
    if numbers:
        undo = reverse("negotiation:keeping", args=[shown.pk])
        toast(
            request,
            _("The numbers are on the sheet now."),
            undo=undo,
            undo_fields=as_fields(noted(sheet, numbers)),
        )
    return redirect("negotiation:negotiation", negotiation_id=shown.pk)


@require_POST
@desk_page
def forgetting(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """The sliders go back to what is noted."""
    sheet = sheet_of(found(actor, negotiation_id))
    left = request.session.pop(_key(sheet), None)
    if left:
        undo = reverse("negotiation:trial", args=[negotiation_id])
        toast(request, _("The sliders are back at what is noted."), undo=undo, undo_fields=left)
    return redirect("negotiation:trial", negotiation_id=negotiation_id)


def _key(sheet: Sheet) -> str:
    return f"negotiation-trial-{sheet.negotiation.pk}"


def _sent(request: HttpRequest) -> dict[str, Decimal]:
    read = {name: points_of(str(text)) for name, text in request.POST.items() if "-" in name}
    return {name: number for name, number in read.items() if number is not None}


def _follows(request: HttpRequest, sheet: Sheet, numbers: Numbers) -> dict[str, Any]:
    """From the numbers tried, beside what followed before."""
    result = analysed(tried(sheet, numbers))
    if result is None:
        return {"analysed": None}
    before = analysed(sheet) if numbers else None
    other = other_side(result, record_number(request.GET.get("other", "")))
    comparable = before if before and other.pk in [party.pk for party in before.parties] else None
    nash, was = _nash(result), _nash(before) if before else None
    return {
        "analysed": result,
        "picture": picture(result, other, before=comparable),
        "others": result.parties[1:],
        "table": offers_on_the_table(result, before),
        "nash": nash,
        "moved": bool(before) and bool(nash) and nash != was,
    }


def _nash(result: Analysed) -> str:
    point = result.analysis.point(result.analysis.points.nash)
    return in_words(result, point.package) if point else ""


def _sliders(sheet: Sheet, *, with_scores: bool) -> Iterator[dict[str, Any]]:
    """A group a party: weights, what it has without an agreement, and scores where they are few enough."""
    for party in sheet.parties:
        yield {
            "party": party,
            "weights": [
                _slider(f"weight-{party.pk}-{issue.pk}", issue.name, sheet.weights.get((party.pk, issue.pk)))
                for issue in sheet.issues
            ],
            "reservation": _slider(f"reservation-{party.pk}", _("Without an agreement"), party.reservation),
            "scores": [
                (
                    issue,
                    [
                        _slider(
                            f"score-{party.pk}-{option.pk}",
                            option.name,
                            sheet.scores.get((party.pk, option.pk)),
                        )
                        for option in sheet.options[issue.pk]
                    ],
                )
                for issue in sheet.issues
            ]
            if with_scores
            else [],
        }


def _slider(name: str, label: str, value: Decimal | None) -> dict[str, str]:
    return {"name": name, "label": label, "value": plain(value) or "0"}
