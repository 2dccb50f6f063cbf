"""The form of a meeting that is to be planned, and when it is as the form says it."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.meetings.actions.plan_meeting import LONGEST_TITLE, Times
from jembatan.meetings.formats.repeating import Every
from jembatan.meetings.models import Room
from jembatan.meetings.queries.bookings import rooms
from jembatan.meetings.queries.online import link_template
from jembatan.meetings.web.double_booking import allowed_field
from jembatan.meetings.web.parties import PartiesField
from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import offer_records

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
