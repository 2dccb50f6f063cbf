"""What a poll is made of: the form."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import members_of
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.meetings.actions.plan_meeting import LONGEST_TITLE
from jembatan.meetings.queries.polls.candidates import LONGEST_WINDOW, Wish
from jembatan.meetings.web.meeting_form import MINUTES, PICKER
from jembatan.meetings.web.parties import PartiesField
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import offer_records

AFTER, WINDOW, ANSWERS = timedelta(days=3), timedelta(days=14), timedelta(days=3)
WAYS = (("0", "0"), ("15", "15"), ("30", "30"), ("60", "60"), ("90", "90"), ("120", "120"))


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class PollForm(forms.Form):
    """Days are of the reader's zone."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    minutes = forms.ChoiceField(label=gettext_lazy("Length in minutes"), choices=MINUTES, initial="60")
    first = _day(gettext_lazy("Not before"))
    last = _day(gettext_lazy("Not after"))
    location = forms.CharField(label=gettext_lazy("Place"), max_length=1000, required=False)
    travel = forms.ChoiceField(
        label=gettext_lazy("Minutes of travel from another place"), choices=WAYS, initial="30"
    )
    organisation = PartiesField(
        "organisations", gettext_lazy("With which organisations"), more="meetings:new_poll"
    )
    person = PartiesField("people", gettext_lazy("With whom"), more="meetings:new_poll")
    users: "forms.ModelMultipleChoiceField[User]" = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Who of us takes part"), queryset=None, widget=forms.CheckboxSelectMultiple
    )
    answer_by = _day(gettext_lazy("Answers until"))
    by_mail = forms.BooleanField(
        label=gettext_lazy("Write to them by mail"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Else you pass the links on yourself: the page of the poll shows them."),
    )
    dossier: "forms.ModelChoiceField[Dossier]" = forms.ModelChoiceField(
        label=gettext_lazy("Dossier"), queryset=None, required=False, empty_label=gettext_lazy("No dossier")
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"),
        choices=[(each.value, each.value) for each in Marking],
        initial=Marking.GREEN,
    )

    def __init__(self, actor: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ids = [membership.user_id for membership in members_of(actor.desk)]
        members = User.objects.filter(pk__in=ids).order_by("full_name")
        offer_records(self, "users", members)
        offer_records(self, "dossier", visible_dossiers(actor).order_by("title"))
        today = timezone.localdate()
        usual: dict[str, Any] = {
            "first": today + AFTER,
            "last": today + AFTER + WINDOW,
            "answer_by": today + ANSWERS,
            "users": [actor.user.pk] if actor.user else [],
        }
        self.initial = {**usual, **self.initial}

    def clean(self) -> dict[str, Any]:
        """The window runs forward, is not over and is no longer than three months."""
        data = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if isinstance(first, date) and isinstance(last, date):
            if last < first:
                raise ValidationError({"last": _("The last day comes before the first.")})
            if last < timezone.localdate():
                raise ValidationError({"last": _("These days are over.")})
            if last - first > LONGEST_WINDOW:
                raise ValidationError({"last": _("Look at three months at most.")})
        return data

    def wish(self) -> Wish:
        """Of a valid form."""
        data = self.cleaned_data
        return Wish(
            minutes=int(data["minutes"]),
            first=data["first"],
            last=data["last"],
            zone=timezone.get_current_timezone_name(),
            location=data["location"],
            travel=timedelta(minutes=int(data["travel"])),
        )

    def answers_until(self) -> datetime:
        """The end of that day."""
        zone = ZoneInfo(timezone.get_current_timezone_name())
        return datetime.combine(self.cleaned_data["answer_by"], time(23, 59), zone)


class OwnTimeForm(forms.Form):
    """A time that nobody has proposed."""

    own = forms.DateTimeField(
        label=gettext_lazy("Another time"),
        required=False,
        input_formats=[PICKER, "%Y-%m-%dT%H:%M:%S"],
        widget=forms.DateTimeInput({"type": "datetime-local"}, format=PICKER),
    )
