"""The report of a period: it is there when the page opens; lines are unticked, then it is taken along."""

from datetime import timedelta
from typing import Any, cast
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.reports.actions.make_report import WRITERS, Form, make_report
from jembatan.reports.models import ReportTemplate
from jembatan.reports.queries.compose import chart_of
from jembatan.reports.queries.content import Content, content_of
from jembatan.reports.queries.lines import by_partner, report_lines
from jembatan.reports.queries.period import Period, month_of, today_at, week_of
from jembatan.reports.queries.scope import Scope
from jembatan.reports.web.asked import ReportForm, asked_of, query_of
from jembatan.reports.web.unticked import unticked

SHOWN, SHOWN_ON_REQUEST = 100, 1000
STANDING_SHOWN = 10


@desk_page
def reports(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET shows the lines of the period; POST makes the file, which leaves a line in the journal."""
    given = request.POST if request.method == "POST" else request.GET
    form = asked_of(actor, given.dict())
    scope = form.scope if form.is_valid() else Scope(week_of(today_at(actor.desk)))
    if request.method == "POST" and form.is_valid():
        return _file(request, actor, scope, language=form.cleaned_data["language"])
    lines = report_lines(actor, scope)
    shown = lines[: SHOWN_ON_REQUEST if "all" in request.GET else SHOWN]
    context = {
        "form": form,
        "period": scope.period.written(language=translation.get_language() or "id"),
        "partners": by_partner(shown),
        "keys": ",".join(str(line.key) for line in shown),
        "line_count": len(lines),
        "entry_count": sum(len(line.entries) for line in lines),
        "not_shown": len(lines) - len(shown),
        "may_show_more": len(shown) == SHOWN,
        "templates": ReportTemplate.objects.filter(desk=actor.desk).order_by("name"),
        **_around(actor, scope, form),
    }
    return render(request, "reports/reports.html", context, status=200 if form.is_valid() else 422)


@desk_page
def panels(request: DeskRequest, actor: Actor) -> HttpResponse:
    """What stands beside the lines: a fragment for the page, which asks for it once it is there; without a script a page of its own."""
    form = asked_of(actor, request.GET.dict())
    scope = form.scope if form.is_valid() else Scope(week_of(today_at(actor.desk)))
    with timezone.override(ZoneInfo(actor.desk.time_zone)):
        context = _content_shown(content_of(actor, scope))
    period = scope.period.written(language=translation.get_language() or "id")
    template = "reports/panels.html" if request.htmx else "reports/panels_alone.html"
    return render(request, template, context | {"period": period})


def _content_shown(content: Content) -> dict[str, Any]:
    """The panels beside the lines: figures with the period before, a chart, what came of it, what is owed, late and next."""
    chart = chart_of(content)
    most = max((value for _label, value in chart.bars), default=1) if chart else 1
    standing = {
        "ours": (_("Owed by us"), content.standing.ours),
        "theirs": (_("Owed to us"), content.standing.theirs),
        "late": (_("What is at risk"), content.standing.late),
        "ahead": (_("Meetings ahead"), content.standing.ahead),
    }
    addresses = {figure.name: figure.address for figure in content.figures}
    return {
        "figures": content.figures,
        "chart": chart,
        "chart_most": max(most, 1),
        "came": content.came[-STANDING_SHOWN:],
        "standing": [
            (title, items[:STANDING_SHOWN], len(items), addresses[name])
            for name, (title, items) in standing.items()
        ],
    }


def _around(actor: Actor, scope: Scope, form: ReportForm) -> dict[str, Any]:
    """Ways to other days with the same subject."""
    language = str(form["language"].value())
    today = today_at(actor.desk)
    month = month_of(today)
    choices = (
        (_("Today"), Period(today, today)),
        (_("Yesterday"), Period(today - timedelta(days=1), today - timedelta(days=1))),
        (_("This week"), week_of(today)),
        (_("Last week"), week_of(today).before),
        (_("This month"), month),
        (_("Last month"), month.before),
    )
    periods = [
        (label, urlencode(query_of(Scope(period, scope.subject), language)), period == scope.period)
        for label, period in choices
    ]
    return {"periods": periods, "query": urlencode(query_of(scope, language))}


def _file(request: HttpRequest, actor: Actor, scope: Scope, *, language: str) -> HttpResponse:
    """Lines that were shown and are not ticked stay out."""
    wanted = request.POST.get("format", "pdf")
    made = make_report(
        actor,
        scope,
        form=cast(Form, wanted if wanted in WRITERS else "pdf"),
        language=language,
        site=request.build_absolute_uri("/").rstrip("/"),
        without=unticked(request),
    )
    return download(made.content, name=made.name)
