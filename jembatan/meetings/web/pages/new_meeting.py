"""A new meeting: title, when in words or by the picker, where, with whom, about which dossier."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.meetings.actions.online import make_link
from jembatan.meetings.actions.plan_meeting import LONGEST_TITLE, Times, plan_meeting
from jembatan.meetings.formats.repeating import Every
from jembatan.meetings.models import Meeting, Room
from jembatan.meetings.queries.bookings import rooms
from jembatan.meetings.queries.online import link_template
from jembatan.meetings.web.double_booking import allowed_field, offer_to_allow
from jembatan.meetings.web.parties import (
    KIND_OF,
    PartiesField,
    ask_for_more,
    chosen_parties,
    offer_to_create,
    unknown_names,
)
from jembatan.platform.access import require_writer
from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.markings import Marking
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

PICKER = "%Y-%m-%dT%H:%M"
MINUTES = (
    ("15", "15"),
    ("30", "30"),
    ("45", "45"),
    ("60", "60"),
    ("90", "90"),
    ("120", "120"),
    ("180", "180"),
)


class MeetingForm(forms.Form):
    """`when` in words wins over the picker; without a time of day the meeting lasts all day."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    when = forms.CharField(
        label=gettext_lazy("When"),
        required=False,
        help_text=gettext_lazy("For instance: jumat 15.00, 17 Agustus 2026, tomorrow 9:30."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    starts = forms.DateTimeField(
        label=gettext_lazy("Or choose a day and time"),
        required=False,
        input_formats=[PICKER, "%Y-%m-%dT%H:%M:%S"],
        widget=forms.DateTimeInput({"type": "datetime-local"}, format=PICKER),
    )
    minutes = forms.ChoiceField(label=gettext_lazy("Length in minutes"), choices=MINUTES, initial="60")
    every = forms.ChoiceField(
        label=gettext_lazy("Repeats"),
        required=False,
        choices=[
            ("", gettext_lazy("Does not repeat")),
            (Every.WEEK, gettext_lazy("Once a week")),
            (Every.FORTNIGHT, gettext_lazy("Every two weeks")),
            (Every.MONTH_BY_DATE, gettext_lazy("Every month, on the same date")),
            (Every.MONTH_BY_WEEKDAY, gettext_lazy("Every month, on the same weekday")),
        ],
    )
    last = forms.DateField(
        label=gettext_lazy("Repeats until"),
        required=False,
        help_text=gettext_lazy("Empty: without an end."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )
    location = forms.CharField(label=gettext_lazy("Place"), max_length=1000, required=False)
    room: "forms.ModelChoiceField[Room]" = forms.ModelChoiceField(
        label=gettext_lazy("Room"), queryset=None, required=False, empty_label=gettext_lazy("No room of ours")
    )
    organisation = PartiesField("organisations", gettext_lazy("With which organisations"))
    person = PartiesField("people", gettext_lazy("With whom"))
    dossier: "forms.ModelChoiceField[Dossier]" = forms.ModelChoiceField(
        label=gettext_lazy("Dossier"), queryset=None, required=False, empty_label=gettext_lazy("No dossier")
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"),
        choices=[(each.value, each.value) for each in Marking],
        initial=Marking.GREEN,
    )
    description = forms.CharField(
        label=gettext_lazy("Description"), required=False, widget=forms.Textarea({"rows": 3})
    )

    online = forms.BooleanField(label=gettext_lazy("Online, with a link of its own"), required=False)
    allowed = allowed_field()

    def __init__(self, actor: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_records(self, "room", rooms(actor))
        if not rooms(actor).exists():
            del self.fields["room"]
        if not link_template(actor):
            del self.fields["online"]
        offer_records(self, "dossier", visible_dossiers(actor).order_by("title"))

    def clean(self) -> dict[str, Any]:
        """Adds `times`."""
        data = super().clean() or {}
        if not self.errors:
            data["times"] = _times(data)
        return data


@desk_page
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form, opened at `?day=` and with `?organisation=` or `?person=`; and its saving."""
    require_writer(actor)
    if request.method != "POST":
        return _page(request, MeetingForm(actor, initial=_initial(request, actor)))
    if "more" in request.POST:
        return _page(request, _with_more(request, actor))
    form = MeetingForm(actor, request.POST)
    if "create" in request.POST:
        typed = {name: request.POST.getlist(name) for name in KIND_OF}
        offer_to_create(form, unknown_names(actor, typed))
    meeting = _save(actor, form) if form.is_valid() else None
    if meeting is None:
        return _page(request, form, status=422)
    toast(
        request,
        _("The meeting is in the calendar."),
        undo=reverse("meetings:cancellation", args=[meeting.pk]),
    )
    return redirect("meetings:meeting", meeting_id=meeting.pk)


@transaction.atomic
def _save(actor: Actor, form: MeetingForm) -> Meeting | None:
    data = dict(form.cleaned_data)
    parties = chosen_parties(actor, form)
    if form.errors:
        transaction.set_rollback(True)
        return None
    try:
        meeting = plan_meeting(
            actor,
            data["title"],
            times=data["times"],
            zone=timezone.get_current_timezone_name(),
            location=data["location"],
            description=data["description"],
            parties=parties,
            dossier=data["dossier"],
            marking=Marking(data["marking"]),
            room=data.get("room"),
            every=Every(data["every"]) if data["every"] else None,
            last=data["last"],
            allowed=data["allowed"],
        )
        return make_link(actor, meeting, version=meeting.version) if data.get("online") else meeting
    except ValidationError as fault:
        transaction.set_rollback(True)
        offer_to_allow(form, fault)
        form.add_error(None, fault.messages)
        return None


def _times(data: dict[str, Any]) -> Times:
    length = timedelta(minutes=int(data["minutes"]))
    if data["when"]:
        found = parse_when(data["when"], now=timezone.localtime(), language=get_language() or "id")
        if found is None:
            message = _("“%(text)s” is no day or time that is understood.") % {"text": data["when"]}
            raise ValidationError({"when": message})
        if found.all_day:
            return Times(found.start.date(), found.start.date())
        return Times(found.start, found.start + length)
    if data["starts"] is None:
        raise ValidationError({"when": _("Say when the meeting is.")})
    return Times(data["starts"], data["starts"] + length)


def _initial(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    initial: dict[str, Any] = {}
    try:
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        day = None
    if day and day >= timezone.localdate():
        initial["starts"] = datetime.combine(day, time(10))
    for name, parties in (("organisation", visible_organisations(actor)), ("person", visible_people(actor))):
        number = record_number(request.GET.get(name, ""))
        if number and (party := parties.filter(pk=number).first()):
            initial[name] = [f"{party} #{party.pk}"]
    return initial


def _with_more(request: HttpRequest, actor: Actor) -> MeetingForm:
    """The form as it was typed so far, nothing judged, with one more line for a party."""
    typed = request.POST.dict() | {name: request.POST.getlist(name) for name in KIND_OF}
    form = MeetingForm(actor, initial=typed)
    ask_for_more(form, request.POST["more"])
    return form


def _page(request: HttpRequest, form: MeetingForm, *, status: int = 200) -> HttpResponse:
    return render(request, "meetings/new.html", {"form": form}, status=status)
