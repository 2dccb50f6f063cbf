"""The forms of a programme."""

from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy

from jembatan.dossiers.models import Dossier
from jembatan.platform.ui.day_words import DayInWords
from jembatan.programmes.actions.programmes import Days
from jembatan.programmes.models.programme import DAY, WEEK


class DaysForm(forms.Form):
    """From when to when, and where the clocks are read."""

    first_day = DayInWords(label=gettext_lazy("First day"))
    last_day = DayInWords(label=gettext_lazy("Last day"))
    zone = forms.CharField(
        label=gettext_lazy("Time zone"),
        max_length=64,
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
        help_text=gettext_lazy("As in Asia/Jakarta. All times of the programme are shown in it."),
    )

    def days(self) -> Days:
        """What was filled in."""
        asked = self.cleaned_data
        return Days(asked["first_day"], asked["last_day"], asked["zone"])


class NewForm(DaysForm):
    """Where it stands decides who sees it."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    dossier = forms.ModelChoiceField(
        label=gettext_lazy("Dossier"),
        queryset=Dossier.objects.none(),
        required=False,
        empty_label=gettext_lazy("A new one of the same name, open to the desk"),
        help_text=gettext_lazy("Whoever sees the dossier sees the programme."),
    )
    field_order = ["name", "first_day", "last_day", "zone", "dossier"]


class RulesForm(forms.Form):
    """How officers work; the fields are named as the rules are."""

    max_work = forms.IntegerField(
        label=gettext_lazy("Work a day at most"),
        min_value=0,
        max_value=DAY,
        help_text=gettext_lazy("In minutes."),
    )
    max_spread = forms.IntegerField(
        label=gettext_lazy("From first to last at most"),
        min_value=0,
        max_value=DAY,
        help_text=gettext_lazy("In minutes, from the first beginning of a day to its last end."),
    )
    min_rest = forms.IntegerField(
        label=gettext_lazy("Rest at least"),
        min_value=0,
        max_value=DAY,
        help_text=gettext_lazy("In minutes, between one day's last end and the next beginning."),
    )
    max_days_in_7 = forms.IntegerField(
        label=gettext_lazy("Days of work in seven at most"), min_value=1, max_value=7
    )
    max_week_work = forms.IntegerField(
        label=gettext_lazy("Work in seven days at most"),
        min_value=0,
        max_value=WEEK,
        help_text=gettext_lazy("In minutes."),
    )
    handover = forms.IntegerField(
        label=gettext_lazy("Together at a handover"),
        min_value=0,
        max_value=DAY,
        help_text=gettext_lazy("In minutes that two officers who follow each other are there together."),
    )
    night_age = forms.IntegerField(
        label=gettext_lazy("Least age at night"),
        min_value=0,
        max_value=99,
        help_text=gettext_lazy("In years."),
    )
    self_sign_up = forms.BooleanField(
        label=gettext_lazy("Officers take open duties themselves"),
        required=False,
        help_text=gettext_lazy("On their phone, those of the published roster that no rule refuses them."),
    )
    keep_days = forms.IntegerField(
        label=gettext_lazy("Days that personal data is kept"),
        min_value=0,
        max_value=3650,
        help_text=gettext_lazy(
            "After the last day. Then what is known of officers, and the notes on health and diet of guests, are deleted by themselves."
        ),
    )


def zones() -> list[str]:
    """What the field of a time zone offers."""
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
