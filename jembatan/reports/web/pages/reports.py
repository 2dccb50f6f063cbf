"""The report of a period: it is there when the page opens; lines are unticked, then it is taken along."""

from datetime import date
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.reports.actions.make_report import WRITERS, Form, make_report
from jembatan.reports.queries.lines import by_partner, report_lines
from jembatan.reports.queries.period import Period, this_week

SHOWN, SHOWN_ON_REQUEST = 100, 1000


class ReportForm(forms.Form):
    """Both days belong to the period. The document's language is chosen apart from the interface's."""

    start = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}))
    end = forms.DateField(label=gettext_lazy("Until"), widget=forms.DateInput(attrs={"type": "date"}))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the document"), choices=User.Language.choices
    )

    def clean(self) -> dict[str, Any]:
        """The period must run forward."""
        data = super().clean() or {}
        start, end = data.get("start"), data.get("end")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            raise forms.ValidationError(_("The last day comes before the first."))
        return data


@desk_page
def reports(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET shows the lines of the period; POST makes the file, which leaves a line in the journal."""
    form = _form(request, actor)
    period = this_week(actor.desk)
    if form.is_valid():
        period = Period(form.cleaned_data["start"], form.cleaned_data["end"])
        if request.method == "POST":
            return _file(request, actor, period, language=form.cleaned_data["language"])
    lines = report_lines(actor, period)
    shown = lines[: SHOWN_ON_REQUEST if "all" in request.GET else SHOWN]
    context = {
        "form": form,
        "period": period.written(language=translation.get_language() or "id"),
        "partners": by_partner(shown),
        "keys": ",".join(str(line.key) for line in shown),
        "line_count": len(lines),
        "entry_count": sum(len(line.entries) for line in lines),
        "not_shown": len(lines) - len(shown),
        "may_show_more": len(shown) == SHOWN,
    }
    return render(request, "reports/reports.html", context, status=200 if form.is_valid() else 422)


def _form(request: HttpRequest, actor: Actor) -> ReportForm:
    week = this_week(actor.desk)
    defaults = {
        "start": str(week.first),
        "end": str(week.last),
        "language": translation.get_language() or "id",
    }
    given = request.POST if request.method == "POST" else request.GET
    return ReportForm({**defaults, **given.dict()})


def _file(request: HttpRequest, actor: Actor, period: Period, *, language: str) -> HttpResponse:
    """Lines that were shown and are not ticked stay out."""
    wanted = request.POST.get("format", "pdf")
    shown = _keys(request.POST.get("shown", "").split(","))
    kept = _keys(request.POST.getlist("keep"))
    made = make_report(
        actor,
        period,
        form=cast(Form, wanted if wanted in WRITERS else "pdf"),
        language=language,
        site=request.build_absolute_uri("/").rstrip("/"),
        without=shown - kept,
    )
    return download(made.content, name=made.name)


def _keys(texts: list[str]) -> set[int]:
    return {key for text in texts if (key := record_number(text)) is not None}
