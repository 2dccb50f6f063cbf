"""Asking, clearing, giving back and withdrawing on a page: what is refused is said where it was tried."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.models import Question
from jembatan.papers.models.question import ASKED
from jembatan.platform.ui.toasts import toast


def tried(
    request: HttpRequest,
    act: Callable[[], object],
    *,
    told: str,
    then: HttpResponse,
    refused: Callable[[str], HttpResponse] | None = None,
) -> HttpResponse:
    """What was done is `told`, `then` comes the next page. A refusal is shown by the page that `refused` makes of it, else told there, too."""
    try:
        act()
    except Refused as refusal:
        if refused is not None:
            return refused(str(refusal))
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, told)
    return then


def question_page(
    request: HttpRequest,
    template: str,
    actor: Actor,
    question: Question,
    context: dict[str, object],
    *,
    refusal: str = "",
    comment: str = "",
) -> HttpResponse:
    """What was asked about, as it will be printed (`papers/question.html`), with 409 and what was typed where something was refused."""
    asked = question.state == ASKED
    about = {
        "may_decide": actor.may_clear and asked,
        "stale": asked and question.fingerprint != question.paper.fingerprint,
        "refusal": refusal,
        "comment": comment,
    }
    return render(request, template, context | about, status=409 if refusal else 200)
