"""Settings → Working hours: when the desk works, and how soon it answers. The head changes it, everybody reads it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clock.settle import Hours, set_hours
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import DeskClock
from jembatan.correspondence.queries.clock.offices import clock_of
from jembatan.correspondence.queries.clock.settled import (
    answering_times_of,
    days_off_of,
    holidays_ahead,
)
from jembatan.correspondence.web.pages.free_days import AnsweringTimeForm, DayOffForm
from jembatan.platform.access import require_head
from jembatan.platform.dates.days_off import weekend_of
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class HoursForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """The desk's own time; the weekdays that are ticked are free."""

    free_weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Free weekdays"),
        choices=list(WEEKDAYS.items()),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = DeskClock
        fields = (
            "answer_days",
            "expected_days",
            "opens",
            "closes",
            "friday_closes",
            "free_weekdays",
            "keeps_holidays",
        )
        widgets = {
            name: forms.TimeInput({"type": "time"}, format="%H:%M")
            for name in ("opens", "closes", "friday_closes")
        }
        help_texts = {"friday_closes": gettext_lazy("Empty: as on other days.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.free_weekdays is None:
            self.initial["free_weekdays"] = sorted(weekend_of(self.instance.desk.country))

    @property
    def hours(self) -> Hours:
        """What a valid form says; the weekend of the country is none of one's own."""
        free = sorted(self.cleaned_data["free_weekdays"])
        usual = free == sorted(weekend_of(self.instance.desk.country))
        return Hours(**{**self.cleaned_data, "free_weekdays": None if usual else free})


@desk_page
def clock(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: for everyone; POST: the head sets the hours."""
    if request.method == "POST":
        require_head(actor)
    form = HoursForm(request.POST or None, instance=clock_of(actor.desk))
    if request.method == "POST" and form.is_valid():
        try:
            set_hours(actor, form.hours)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The working hours are saved. What is open is counted anew."))
            return redirect("correspondence:clock")
    country = actor.desk.country if clock_of(actor.desk).keeps_holidays else ""
    context = {
        "form": form,
        "clock": clock_of(actor.desk),
        "days_off": days_off_of(actor),
        "times": answering_times_of(actor),
        "holidays": holidays_ahead(
            country, language=(translation.get_language() or "id")[:2], today=timezone.localdate()
        ),
        "day_form": DayOffForm(),
        "time_form": AnsweringTimeForm(),
    }
    return render(request, "correspondence/clock.html", context, status=422 if form.errors else 200)
