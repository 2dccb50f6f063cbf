"""The desk's list of applications: narrowed, the best first, decided in bulk, with a way back."""

import json
from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
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
from jembatan.recruitment.actions.decide import MOST_AT_ONCE, decide, undo
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Application, Call, SpokenLanguage
from jembatan.recruitment.queries.listing import PAGE, Narrowed, applications_of, phones_of_several
from jembatan.recruitment.web.pages.found import call_found

MANY = 20
"""Letters to more than so many are asked about first."""


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
    ids = _chosen(request, actor, call)
    letters = request.POST.get("letters") != "no"
    if letters and len(ids) > MANY and request.POST.get("sure") != "yes":
        return _ask(request, call, ids)
    status = request.POST.get("status", "")
    try:
        before = decide(actor, call, ids, status, letters=letters)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = ngettext("%(count)s application decided.", "%(count)s applications decided.", len(before))
        fields = {
            "before": json.dumps(before),
            "decided": status,
            "letters": "yes" if letters else "no",
        }
        back = reverse("recruitment:undoing", args=[call.pk]) if before else ""
        toast(request, told % {"count": len(before)}, undo=back, undo_fields=fields)
    return redirect(_list(request, call))


@require_POST
@desk_page
def undoing(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """`before` says what they were, `decided` what was decided about them."""
    require_officer(actor)
    call = call_found(actor, call_id)
    before, decided = _states(request.POST.get("before", "")), request.POST.get("decided", "")
    try:
        count = undo(actor, call, before, decided=decided, letters=request.POST.get("letters") != "no")
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = ngettext(
            "%(count)s application is as it was.", "%(count)s applications are as they were.", count
        )
        toast(request, told % {"count": count}, tone="info")
    return redirect(_list(request, call))


def _spoken(application: Application) -> list[tuple[str, SpokenLanguage]]:
    tongue = (get_language() or "id")[:2]
    return [(language_name(row.language, tongue), row) for row in application.languages.all()]


def _chosen(request: HttpRequest, actor: Actor, call: Call) -> list[int]:
    if request.POST.get("all") == "yes":
        found = applications_of(actor, call, _narrowed(request)).filter(officer=None)
        found = found.exclude(status__in=[Application.Status.WITHDRAWN, request.POST.get("status", "")])
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
        "back": _list(request, call),
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


def _list(request: HttpRequest, call: Call) -> str:
    """As it was narrowed."""
    query = _narrowed(request)
    address = reverse("recruitment:applications", args=[call.pk])
    return f"{address}?{query.query()}" if query else address


def _filters(call: Call, narrowed: Narrowed) -> dict[str, object]:
    tongue = (get_language() or "id")[:2]
    codes = COMMON | ({narrowed.language} if narrowed.language else set())
    named = sorted((language_name(code, tongue), code) for code in codes)
    return {
        "states": [("", _("All")), *Application.Status.choices],
        "posts": call.posts.order_by("name"),
        "languages": [(code, name) for name, code in named],
        "levels": Cefr.choices,
        "employments": Employment.choices,
        "without_state": narrowed.query(status=""),
    }
