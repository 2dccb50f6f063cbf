"""Reports by schedule: what is sent to whom how often, and how it went."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.platform.access import require_officer
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.reports.actions.schedules import begin_schedule, resume_schedule, stop_schedule
from jembatan.reports.models import ReportSchedule
from jembatan.reports.queries.schedules import visible_schedules, with_latest_runs
from jembatan.reports.queries.subject import officers_of
from jembatan.reports.web.asked import asked_of, subject_asked, subject_choices


class ScheduleForm(forms.Form):
    """How often, when, about what, in which form, to whom."""

    every = forms.ChoiceField(
        label=gettext_lazy("How often"), choices=ReportSchedule.Every.choices, initial="week"
    )
    hour = forms.IntegerField(
        label=gettext_lazy("At which hour"),
        min_value=0,
        max_value=23,
        initial=7,
        help_text=gettext_lazy("After the day, the week or the month has ended, by the clock of the desk."),
    )
    about = forms.CharField(label=gettext_lazy("About"), required=False, widget=forms.Select)
    partner = forms.CharField(
        label=gettext_lazy("Partner"),
        required=False,
        max_length=320,
        help_text=gettext_lazy("Name an organisation, and the report is about it alone."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the document"), choices=User.Language.choices
    )
    form = forms.ChoiceField(label=gettext_lazy("Form"), choices=ReportSchedule.Form.choices)
    receivers: "forms.ModelMultipleChoiceField[User]" = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Who gets it"), queryset=User.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, actor: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor
        offer_records(self, "receivers", officers_of(actor))
        widget = self.fields["about"].widget
        assert isinstance(widget, forms.Select)
        widget.choices = list(subject_choices(actor))

    def clean(self) -> dict[str, Any]:
        """Adds `subject`."""
        data = super().clean() or {}
        data["subject"] = subject_asked(
            self.actor, partner=data.get("partner", ""), about=data.get("about", "")
        )
        return data


@desk_page
def schedules(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET lists them, POST begins one."""
    if request.method != "POST":
        named = asked_of(actor, request.GET.dict())
        initial = {name: named[name].value() for name in ("about", "partner")}
        form = ScheduleForm(actor, initial={**initial, "language": actor.desk.language})
        return _page(request, actor, form)
    require_officer(actor)
    form = ScheduleForm(actor, request.POST)
    if form.is_valid():
        asked = form.cleaned_data
        try:
            begin_schedule(
                actor,
                asked["subject"],
                every=ReportSchedule.Every(asked["every"]),
                hour=asked["hour"],
                language=asked["language"],
                form=ReportSchedule.Form(asked["form"]),
                receivers=asked["receivers"],
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            toast(request, _("The report comes by itself from now on."))
            return redirect("reports:schedules")
    return _page(request, actor, form, status=422)


@require_POST
@desk_page
def stopping(request: HttpRequest, actor: Actor, schedule_id: int) -> HttpResponse:
    """No more from now on; the toast takes it up again."""
    require_officer(actor)
    found = stop_schedule(actor, get_object_or_404(visible_schedules(actor), pk=schedule_id))
    toast(request, _("The schedule is stopped."), undo=reverse("reports:resuming", args=[found.pk]))
    return redirect("reports:schedules")


@require_POST
@desk_page
def resuming(request: HttpRequest, actor: Actor, schedule_id: int) -> HttpResponse:
    """From the next period that ends."""
    require_officer(actor)
    resume_schedule(actor, get_object_or_404(visible_schedules(actor), pk=schedule_id))
    return redirect("reports:schedules")


def _page(request: HttpRequest, actor: Actor, form: ScheduleForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "schedules": with_latest_runs(visible_schedules(actor))}
    return render(request, "reports/schedules.html", context, status=status)
