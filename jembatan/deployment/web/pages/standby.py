"""Standby by day: who waits to step in, and naming them."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.standby import end_standby, name_standby
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.standby import always_waiting, could_wait, waiting_by_day
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.deployment.web.pages.found import programme_found
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.formats.days import read_days
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.officer_list import spoken_in
from jembatan.programmes.web.officer_field import OfficerField, offer_officers


class StandbyForm(forms.Form):
    """Who, and when."""

    officer = OfficerField(label=gettext_lazy("Officer"))
    days = forms.CharField(
        label=gettext_lazy("Days"),
        max_length=2000,
        help_text=gettext_lazy("For instance 18-22, 25, 2027-09-01."),
    )

    def __init__(self, programme: Programme, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.programme = programme
        active = Officer.objects.filter(programme=programme).exclude(status=Officer.Status.ENDED)
        offer_officers(self, "officer", active)

    def clean_days(self) -> list[date]:
        """Days of the programme."""
        text: str = self.cleaned_data["days"]
        days = read_days(text, self.programme.first_day, self.programme.last_day)
        if not days:
            raise forms.ValidationError(_("“%(text)s” names no day of the programme.") % {"text": text[:60]})
        return days


@desk_page
def standby(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """GET: every day, and for `?day=` who could wait then, `?language=` those who speak it. POST names somebody."""
    programme = programme_found(actor, programme_id)
    form = StandbyForm(programme, request.POST or None)
    if request.method == "POST":
        require_officer(actor)
        if form.is_valid():
            who, days = form.cleaned_data["officer"], form.cleaned_data["days"]
            try:
                new = name_standby(actor, programme, who, days)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                undo = reverse("deployment:standby_end", args=[programme.pk])
                fields = {"officer": str(who.pk), "days": _written(new)}
                told = _("%(name)s waits to step in.") % {"name": who}
                toast(request, told, undo=undo if new else "", undo_fields=fields)
                at = "#could-wait" if request.POST.get("at") else ""
                return redirect(f"{came_from(request, default=_address(programme))}{at}")
    today = clockwork(programme).today(timezone.now())
    day = _day(request.GET.get("day", ""), programme) or today
    language = request.GET.get("language", "").strip()[:12]
    free, count = could_wait(programme, roster_at_work(programme), day, language=language)
    always = always_waiting(programme)
    context = {
        "programme": programme,
        "always": always,
        "days": waiting_by_day(programme, always),
        "today": today,
        "day": day,
        "spoken": language,
        "languages": spoken_in(programme),
        "free": free,
        "more": count - len(free),
        "form": form,
    }
    return render(request, "deployment/standby.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def ending(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """`officer` (record number) waits no more on `days`."""
    require_officer(actor)
    programme = programme_found(actor, programme_id)
    pk = record_number(request.POST.get("officer", ""))
    who = get_object_or_404(Officer, programme=programme, pk=pk)
    days = read_days(request.POST.get("days", ""), programme.first_day, programme.last_day)
    if ended := end_standby(actor, programme, who, days):
        fields = {"officer": str(who.number), "days": _written(ended)}
        told = _("%(name)s waits no more.") % {"name": who}
        toast(request, told, undo=_address(programme), undo_fields=fields)
    return redirect(came_from(request, default=_address(programme)))


def _address(programme: Programme) -> str:
    return reverse("deployment:standby", args=[programme.pk])


def _written(days: list[date]) -> str:
    return ", ".join(day.isoformat() for day in days)


def _day(text: str, programme: Programme) -> date | None:
    try:
        named = date.fromisoformat(text)
    except ValueError:
        return None
    return min(max(named, programme.first_day), programme.last_day)
