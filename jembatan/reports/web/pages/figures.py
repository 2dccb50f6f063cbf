"""A figure of a report, opened: exactly what was counted."""

from datetime import date
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry, EntryParty
from jembatan.journal.queries.kinds import kind_of
from jembatan.journal.queries.whole import whole_entries
from jembatan.journal.web.rows import row_of
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.reports.queries.compose import told
from jembatan.reports.queries.figures import EVERYTHING, STANDING, read_moment, standing_labels
from jembatan.reports.queries.period import Period, this_week
from jembatan.reports.queries.scope import Scope, entries_within
from jembatan.reports.queries.standing.owed import standing_of
from jembatan.reports.queries.subject import NoSuchSubject, subject_named

SHOWN = 100


@desk_page
def figure(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?figure=` with `start`, `end`, `about`, `as_of` and `partner`; `from` is the number of the first row, from 0."""
    scope, name = _scope(request, actor), request.GET.get("figure", EVERYTHING)
    begin = record_number(request.GET.get("from", "")) or 0
    with timezone.override(ZoneInfo(actor.desk.time_zone)):
        rows = (
            _standing(actor, scope, name, begin)
            if name in STANDING
            else _entries(request, actor, scope, name, begin)
        )
    query = request.GET.copy()
    query["from"] = str(begin + SHOWN)
    context = {
        "period": scope.period.written(language=translation.get_language() or "id"),
        "about": told(scope.subject),
        "as_of": scope.as_of,
        "more": query.urlencode() if begin + SHOWN < rows["count"] else "",
        **rows,
    }
    return render(request, "reports/figure.html", context)


def _scope(request: HttpRequest, actor: Actor) -> Scope:
    week = this_week(actor.desk)
    first, last = request.GET.get("start", str(week.first)), request.GET.get("end", str(week.last))
    try:
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
        subject = subject_named(actor, request.GET.get("about", ""))
    except (ValueError, NoSuchSubject):
        raise Http404 from None
    return Scope(period, subject, read_moment(request.GET.get("as_of", "")))


def _standing(actor: Actor, scope: Scope, name: str, begin: int) -> dict[str, Any]:
    items = getattr(standing_of(actor, scope), name)
    return {
        "title": standing_labels()[name],
        "count": len(items),
        "items": list(islice(items, begin, begin + SHOWN)),
    }


def _entries(request: HttpRequest, actor: Actor, scope: Scope, name: str, begin: int) -> dict[str, Any]:
    found = entries_within(actor, scope, () if name == EVERYTHING else (name,))
    kind, _dash, digits = request.GET.get("partner", "").partition("-")
    number = record_number(digits)
    if kind in {"organisation", "person"} and number is not None:
        found = found.filter(pk__in=EntryParty.objects.filter(**{f"{kind}_id": number}).values("entry"))
    numbers = list(found.values_list("pk", flat=True))
    return {
        "title": standing_labels().get(name)
        or ("" if name == EVERYTHING else kind_of(Entry(kind=name)).label),
        "count": len(numbers),
        "rows": [row_of(each) for each in whole_entries(numbers[begin : begin + SHOWN])],
    }
