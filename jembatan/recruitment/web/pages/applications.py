"""The desk's list of applications: narrowed, the best first, decided in bulk, with a way back."""

import json
from collections.abc import Sequence
from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.places import language_name
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.formats.tongues import COMMON
from jembatan.programmes.models.levels import Cefr, Employment
from jembatan.recruitment.actions.decide import MOST_AT_ONCE, Decided, decide, undo
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Application, Call, SpokenLanguage
from jembatan.recruitment.queries.listing import PAGE, Narrowed, applications_of, phones_of_several
from jembatan.recruitment.web.pages.found import call_found

MANY = 20
"""Letters to more than so many are asked about first."""
NAMED = 5
DECISIONS = (
    ("shortlisted", gettext_lazy("Shortlist"), "star", "s"),
    ("waiting", gettext_lazy("Waiting list"), "hourglass", "2"),
    ("accepted", gettext_lazy("Accept"), "check", "1"),
    ("declined", gettext_lazy("Decline"), "x", "3"),
)
"""What may be decided: the state, its button and icon, its key."""


@desk_page
def applications(request: DeskRequest, actor: Actor, call_id: int) -> HttpResponse:
    """Narrowed by `?status=`, `?post=`, `?language=` with `?level=`, `?employment=`, `?name=`; `?from=` is where the page begins."""
    require_officer(actor)
    call = call_found(actor, call_id)
    narrowed = Narrowed.of(request.GET.dict())
    begin = min(record_number(request.GET.get("from", "")) or 0, 10**6)
    found = applications_of(actor, call, narrowed).prefetch_related("languages")
    rows = list(found.select_related(None).select_related("post")[begin : begin + PAGE + 1])
    context = {
        "call": call,
        "programme": call.programme,
        "narrowed": narrowed,
        "applications": [(row, _spoken(row)) for row in rows[:PAGE]],
        "decisions": DECISIONS,
        "twice": phones_of_several(call, rows),
        "matching": found.count() if len(rows) > PAGE else len(rows),
        "more_url": f"?{narrowed.query(**{'from': begin + PAGE})}" if len(rows) > PAGE else "",
        **_filters(call, narrowed),
    }
    part = "#rows" if request.htmx and begin else ""
    return render(request, f"recruitment/applications.html{part}", context)


@require_POST
@desk_page
def decisions(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """`application` (several), or with `all` those that match, become `status`; `letters` is "no" where nobody is written to.

    Letters to more than twenty are asked about first, unless `sure`.
    """
    require_officer(actor)
    call = call_found(actor, call_id)
    ids = chosen(request, actor, call)
    letters = request.POST.get("letters") != "no"
    if letters and len(ids) > MANY and request.POST.get("sure") != "yes":
        return _ask(request, call, ids)
    status = request.POST.get("status", "")
    try:
        done = decide(actor, call, ids, status, letters=letters)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = ngettext("%(count)s application decided.", "%(count)s applications decided.", len(done.before))
        fields = {
            "before": json.dumps(done.before),
            "decided": status,
            "letters": done.letters,
            **where_from(request),
        }
        back = reverse("recruitment:undoing", args=[call.pk]) if done.before else ""
        toast(request, told % {"count": len(done.before)}, undo=back, undo_fields=fields)
    return redirect(back_to(request, call))


@require_POST
@desk_page
def undoing(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """`before` says what they were, `decided` what was decided about them, `letters` on which occasion they were written to."""
    require_officer(actor)
    call = call_found(actor, call_id)
    decided = request.POST.get("decided", "")
    done = Decided(_states(request.POST.get("before", "")), request.POST.get("letters", "")[:32])
    try:
        undone = undo(actor, call, done, decided=decided)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = ngettext(
            "%(count)s application is as it was.", "%(count)s applications are as they were.", undone.count
        )
        toast(request, told % {"count": undone.count}, tone="info")
        if undone.without_time:
            toast(request, _without_time(undone.without_time), tone="danger")
    return redirect(back_to(request, call))


def _without_time(applications: Sequence[Application]) -> str:
    names = ", ".join(str(each) for each in applications[:NAMED])
    more = len(applications) - NAMED
    listed = _("%(names)s and %(count)s more") % {"names": names, "count": more} if more > 0 else names
    told = _(
        "The time for the interview is not free any more, and is to be chosen anew by the link: %(names)s."
    )
    return told % {"names": listed}


def _spoken(application: Application) -> list[tuple[str, SpokenLanguage]]:
    tongue = (get_language() or "id")[:2]
    return [(language_name(row.language, tongue), row) for row in application.languages.all()]


def chosen(request: HttpRequest, actor: Actor, call: Call) -> list[int]:
    """The ticked ones; with `all` those that match. Of these, a decision leaves out who is an officer or has withdrawn."""
    if request.POST.get("all") == "yes":
        found = applications_of(actor, call, _narrowed(request))
        if status := request.POST.get("status", ""):
            settled = [Application.Status.WITHDRAWN, status]
            found = found.filter(officer=None).exclude(status__in=settled)
        return list(found.values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
    return [number for value in request.POST.getlist("application") if (number := record_number(value))]


def _ask(request: HttpRequest, call: Call, ids: list[int]) -> HttpResponse:
    status = request.POST.get("status", "")
    context = {
        "call": call,
        "programme": call.programme,
        "count": len(ids),
        "state": dict(Application.Status.choices).get(status, ""),
        "status": status,
        "all": request.POST.get("all", ""),
        "ids": [] if request.POST.get("all") == "yes" else ids,
        "narrowed": request.POST.get("narrowed", ""),
        "back": back_to(request, call),
    }
    return render(request, "recruitment/sure.html", context)


def _narrowed(request: HttpRequest) -> Narrowed:
    """As the list was when something was decided on it."""
    return Narrowed.of(dict(parse_qsl(request.POST.get("narrowed", ""))))


def _states(sent: str) -> dict[int, str]:
    try:
        read = json.loads(sent)
        states = {int(number): str(status) for number, status in read.items()}
    except (ValueError, AttributeError, TypeError, RecursionError):
        return {}
    known = set(Application.Status.values) - {Application.Status.ACCEPTED, Application.Status.WITHDRAWN}
    return {number: status for number, status in states.items() if status in known and 0 < number < 2**63}


def where_from(request: HttpRequest) -> dict[str, str]:
    """By which `back_to` finds the way, sent along once more."""
    return {name: request.POST[name] for name in ("narrowed", "page") if name in request.POST}


def back_to(request: HttpRequest, call: Call) -> str:
    """The application on whose page something was decided; else the list as it was narrowed."""
    if page := record_number(request.POST.get("page", "")):
        return reverse("recruitment:application", args=[page])
    query = _narrowed(request)
    address = reverse("recruitment:applications", args=[call.pk])
    return f"{address}?{query.query()}" if query else address


def _filters(call: Call, narrowed: Narrowed) -> dict[str, object]:
    tongue = (get_language() or "id")[:2]
    codes = COMMON | ({narrowed.language} if narrowed.language else set())
    named = sorted((language_name(code, tongue), code) for code in codes)
    return {
        "states": [("", _("All")), *Application.Status.choices],
        "all_posts": call.programme.posts.order_by("name"),
        "languages": [(code, name) for name, code in named],
        "levels": Cefr.choices,
        "employments": Employment.choices,
        "without_state": narrowed.query(status=""),
    }
