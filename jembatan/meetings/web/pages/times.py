"""When a meeting is, changed: days, hours and zone together, because each means nothing without the others."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.web.zones import ZONES
from jembatan.meetings.actions.change_meeting import ChangedMeanwhile, change_meeting
from jembatan.meetings.actions.plan_meeting import Times
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.wording import when_text
from jembatan.meetings.web.double_booking import allowed_field, offer_to_allow
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import offer, on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

DAY, CLOCK = "%Y-%m-%d", "%H:%M"
ONE_DAY = timedelta(days=1)


def _clock_field(fault: Any) -> forms.TimeField:
    return forms.TimeField(
        label=gettext_lazy("Time"),
        error_messages={"required": fault},
        widget=forms.TimeInput({"type": "time"}, format=CLOCK),
    )


class TimesForm(forms.Form):
    """From which day and hour to which, in which zone; of whole days the hours do not count."""

    all_day = forms.BooleanField(label=gettext_lazy("All day"), required=False)
    first_day = forms.DateField(
        label=gettext_lazy("Begins on"),
        error_messages={"required": gettext_lazy("Say on which day it begins.")},
        widget=forms.DateInput({"type": "date"}, format=DAY),
        input_formats=[DAY],
    )
    begins = _clock_field(gettext_lazy("Say at what time it begins, or that it lasts all day."))
    last_day = forms.DateField(
        label=gettext_lazy("Ends on"),
        required=False,
        help_text=gettext_lazy("Empty: on the same day."),
        widget=forms.DateInput({"type": "date"}, format=DAY),
        input_formats=[DAY],
    )
    ends = _clock_field(gettext_lazy("Say at what time it ends, or that it lasts all day."))
    zone = forms.ChoiceField(label=gettext_lazy("Time zone"), required=False)
    precision = forms.ChoiceField(choices=Meeting.Precision.choices, required=False, widget=forms.HiddenInput)
    allowed = allowed_field()
    version = forms.IntegerField(widget=forms.HiddenInput)
    # Hours that whole days hide would keep a browser from sending the form.
    use_required_attribute = False

    def __init__(self, meeting: Meeting, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        floating = [("", _("The clock of whoever reads it"))] if _floats(meeting) else []
        choices = [*floating, *((zone, zone) for zone in sorted({*ZONES, *_own_zone(meeting)}))]
        offer(self, "zone", choices)
        self.fields["zone"].required = not floating
        if self.is_bound and self.data.get("all_day"):
            for name in ("begins", "ends", "zone"):
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """Adds `times`."""
        data = super().clean() or {}
        if not self.errors:
            data["times"] = _times(data)
        return data


@desk_page
def times(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """GET gives the form, POST saves; 409 shows when somebody else put it, 422 says what is wrong."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    address = reverse("meetings:meeting", args=[meeting.pk])
    if request.method != "POST":
        return _page(request, meeting, TimesForm(meeting, initial=as_typed(meeting)))
    form, before = TimesForm(meeting, request.POST), as_typed(meeting)
    if not form.is_valid():
        return _page(request, meeting, form, status=422)
    data = form.cleaned_data
    try:
        value = (data["times"], data["zone"])
        changed = change_meeting(
            actor, meeting, "times", value, version=data["version"], confirmed=data["allowed"]
        )
    except ChangedMeanwhile as conflict:
        typed = on_version(request.POST, conflict.meeting.version)
        return _page(request, conflict.meeting, TimesForm(conflict.meeting, typed), theirs=True, status=409)
    except ValidationError as fault:
        offer_to_allow(form, fault)
        form.add_error(None, fault.messages)
        return _page(request, meeting, form, status=422)
    undo_fields = {**before, "version": str(changed.version)}
    undo = reverse("meetings:times", args=[meeting.pk])
    toast(request, _("The meeting has moved."), undo=undo, undo_fields=undo_fields)
    return redirect(address)


def as_typed(meeting: Meeting) -> dict[str, str]:
    """When the meeting is, as the form sends it: in the meeting's own zone, or the reader's for whole days."""
    zone = UTC if meeting.clock != Meeting.Clock.ZONED else ZoneInfo(meeting.zone)
    starts, ends = meeting.starts_at.astimezone(zone), meeting.ends_at.astimezone(zone)
    named = meeting.zone or ("" if _floats(meeting) else timezone.get_current_timezone_name())
    typed = {"zone": named, "version": str(meeting.version), "precision": meeting.precision}
    if meeting.all_day:
        last = max(starts, ends - ONE_DAY)
        return typed | {"all_day": "on", "first_day": f"{starts:{DAY}}", "last_day": f"{last:{DAY}}"}
    return typed | {
        "first_day": f"{starts:{DAY}}",
        "begins": f"{starts:{CLOCK}}",
        "last_day": f"{ends:{DAY}}",
        "ends": f"{ends:{CLOCK}}",
    }


def _times(data: dict[str, Any]) -> Times:
    first, last = data["first_day"], data["last_day"] or data["first_day"]
    if data["all_day"]:
        return Times(first, last, data["precision"] or Meeting.Precision.MINUTE)
    return Times(
        _moment(first, data["begins"], data["zone"], "begins"),
        _moment(last, data["ends"], data["zone"], "ends"),
    )


def _moment(day: date, clock: time, zone: str, field: str) -> datetime:
    moment = datetime.combine(day, clock, tzinfo=ZoneInfo(zone) if zone else UTC)
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    if there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise ValidationError(
            {
                field: _("Clocks are set forward then: there is no such time that day in %(zone)s.")
                % {"zone": zone}
            }
        )
    return moment


def _floats(meeting: Meeting) -> bool:
    return meeting.clock == Meeting.Clock.FLOATING


def _own_zone(meeting: Meeting) -> set[str]:
    """A calendar may name a zone that is not offered ("UTC")."""
    return {meeting.zone} - {""}


def _page(
    request: HttpRequest, meeting: Meeting, form: TimesForm, *, theirs: bool = False, status: int = 200
) -> HttpResponse:
    now_there = when_text(meeting, meeting.begins, meeting.finishes)
    context = {"meeting": meeting, "form": form, "theirs": now_there if theirs else ""}
    return render(request, "meetings/times.html", context, status=status)
