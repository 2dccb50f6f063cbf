"""The page on which a partner sees their own steps by their link, and answers.

Opening it changes nothing: programs that look through mail open every link.
"""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.models import Membership, User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.dossiers.actions.follow_up import LONGEST_WORDS, LinkOver, answer_step
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import FollowUp, Step, StepAnswer
from jembatan.dossiers.queries.follow_up import PURPOSE, house_of, is_good, newest_answers, their_steps
from jembatan.platform.links import LinkTo
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.outside import link_over, outside_page


@outside_page(PURPOSE)
def outside_steps(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: their steps. POST: `kind` says what they say of `step`."""
    rows = FollowUp.objects.select_related("dossier__desk", "organisation", "person")
    follow_up = rows.filter(pk=to.number).first()
    if follow_up is None:
        return render(request, "ui/link_unreadable.html", status=404)
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    with translation.override(chosen if chosen in SUPPORTED else follow_up.language):
        response = _answered(request, to, follow_up)
        response["Content-Language"] = translation.get_language() or ""
        return response


def _answered(request: HttpRequest, to: LinkTo, follow_up: FollowUp) -> HttpResponse:
    if not is_good(to, follow_up):
        return _over(request, follow_up)
    if _is_colleague(request, follow_up):
        return _page(request, follow_up, {"colleague": True}, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        return _page(request, follow_up, {})
    kind, step = request.POST.get("kind", ""), record_number(request.POST.get("step", "")) or 0
    if kind not in StepAnswer.Kind.values:
        return _page(
            request, follow_up, {"fault": _("Please press one of the buttons."), "at": step}, status=422
        )
    try:
        answer_step(
            to,
            step,
            StepAnswer.Kind(kind),
            day=_day(request.POST.get("day", "")),
            words=request.POST.get("words", ""),
        )
    except LinkOver:
        return _over(request, follow_up)
    except Step.DoesNotExist:
        fault = _("This step is not among yours any more.")
        return _page(request, follow_up, {"fault": fault}, status=422)
    except Refused as refusal:
        typed = {"words": request.POST.get("words", ""), "day": request.POST.get("day", "")}
        return _page(request, follow_up, {"fault": str(refusal), "at": step, "typed": typed}, status=422)
    return redirect(request.get_full_path())


def _page(
    request: HttpRequest, follow_up: FollowUp, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    steps = their_steps(follow_up)
    answers = newest_answers(steps, follow_up)
    context |= {
        "house": house_of(follow_up),
        "name": follow_up.party,
        "steps": [{"step": step, "answer": answers.get(step.pk)} for step in steps],
        "longest": LONGEST_WORDS,
    }
    return render(request, "dossiers/follow_up/outside.html", context, status=status)


def _over(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    ask = _("Please write to %(house)s if you would still like to say something.") % {
        "house": house_of(follow_up)
    }
    return link_over(request, ask=ask)


def _is_colleague(request: HttpRequest, follow_up: FollowUp) -> bool:
    """Whoever works at the desk that asks does not answer in the name of somebody else."""
    user = request.user
    return (
        isinstance(user, User)
        and Membership.objects.filter(user=user, desk=follow_up.dossier.desk_id).exists()
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
