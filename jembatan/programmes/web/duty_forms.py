"""What is typed about duties and the templates that make them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.platform.ui.forms import offer_records
from jembatan.programmes.formats.days import read_span, span_text
from jembatan.programmes.models import Delegation, Duty, DutyTemplate, Place, Post, Programme
from jembatan.programmes.models.levels import Cefr, Experience, Priority
from jembatan.programmes.web.fields import LanguageField, LocalMoment, as_typed, instant, language_names

DAY = 1440


class DemandsForm(forms.Form):
    """What the work asks for."""

    officers = forms.IntegerField(label=gettext_lazy("Officers"), min_value=1, max_value=500, initial=1)
    language = LanguageField(
        label=gettext_lazy("Language"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Empty: none is asked for."),
    )
    least_cefr = forms.ChoiceField(
        label=gettext_lazy("Language level at least"), choices=Cefr.choices, initial="B1"
    )
    level = forms.TypedChoiceField(
        label=gettext_lazy("Experience of one of them"), choices=Experience.choices, coerce=int, initial=0
    )
    priority = forms.TypedChoiceField(
        label=gettext_lazy("Priority"), choices=Priority.choices, coerce=int, initial=2
    )
    post: "forms.ModelChoiceField[Post]" = forms.ModelChoiceField(
        label=gettext_lazy("Post"), queryset=None, required=False, empty_label=gettext_lazy("Any")
    )
    place: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=gettext_lazy("Place"), queryset=None, required=False, empty_label=gettext_lazy("None")
    )

    def __init__(self, programme: Programme, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.programme = programme
        offer_records(self, "post", programme.posts.order_by("name"))
        offer_records(self, "place", programme.places.order_by("name"))


class DutyForm(DemandsForm):
    """A duty that is made, or changed, by hand."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    delegation: "forms.ModelChoiceField[Delegation]" = forms.ModelChoiceField(
        label=gettext_lazy("Delegation"), queryset=None, required=False, empty_label=gettext_lazy("None")
    )
    starts_at = LocalMoment(label=gettext_lazy("Begins"))
    ends_at = LocalMoment(label=gettext_lazy("Ends"))
    note = forms.CharField(
        label=gettext_lazy("Note"), widget=forms.Textarea({"rows": 2}), max_length=4000, required=False
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order = ["title", "delegation", "starts_at", "ends_at", "place", "officers", "language"]

    def __init__(self, programme: Programme, *args: Any, **options: Any) -> None:
        super().__init__(programme, *args, **options)
        offer_records(self, "delegation", programme.delegations.order_by("name"))

    def clean(self) -> dict[str, Any]:
        """Moments become instants."""
        data = super().clean() or {}
        for name in ("starts_at", "ends_at"):
            if data.get(name):
                data[name] = instant(data[name], self.programme.zone)
        return data

    def values(self) -> dict[str, Any]:
        """As actions take them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class TemplateForm(DemandsForm):
    """A template of duties."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    source = forms.ChoiceField(label=gettext_lazy("Made for"), choices=DutyTemplate.Source.choices)
    own_language = forms.BooleanField(
        label=gettext_lazy("In the delegation's first language, else in English"),
        required=False,
        initial=True,
    )
    before = forms.IntegerField(
        label=gettext_lazy("Minutes before"), min_value=0, max_value=DAY, initial=90, required=False
    )
    after = forms.IntegerField(
        label=gettext_lazy("Minutes after"), min_value=0, max_value=DAY, initial=60, required=False
    )
    daily = forms.CharField(
        label=gettext_lazy("Hours of every day"),
        max_length=20,
        initial="08:00-12:00",
        required=False,
        help_text=gettext_lazy(
            "For what is made for every day, such as 08:00-12:00, or 22:00-06:00 through the night."
        ),
    )
    field_order = [
        "name",
        "source",
        "before",
        "after",
        "daily",
        "own_language",
        "language",
    ]

    def clean_daily(self) -> tuple[int, int]:
        """Minutes, those past midnight counted on."""
        text: str = self.cleaned_data["daily"] or str(self.fields["daily"].initial)
        span = read_span(text)
        if span is None:
            raise forms.ValidationError(_("“%(text)s” says no hours, such as 08:00-17:30.") % {"text": text})
        return span

    def values(self) -> dict[str, Any]:
        """As the action takes them; what is empty is none."""
        data = dict(self.cleaned_data)
        data["daily_start"], data["daily_end"] = data.pop("daily")
        return data | {name: data[name] or 0 for name in ("before", "after")}


def demands_typed(record: Duty | DutyTemplate) -> dict[str, str]:
    """As the form sends them."""
    return {
        "officers": str(record.officers),
        "language": language_names([record.language]) if record.language else "",
        "least_cefr": record.least_cefr,
        "level": str(record.level),
        "priority": str(record.priority),
        "post": str(record.post_id or ""),
        "place": str(record.place_id or ""),
    }


def duty_typed(duty: Duty) -> dict[str, str]:
    """A duty as its form sends it."""
    zone = duty.programme.zone
    return demands_typed(duty) | {
        "title": duty.title,
        "delegation": str(duty.delegation_id or ""),
        "starts_at": as_typed(duty.starts_at, zone),
        "ends_at": as_typed(duty.ends_at, zone),
        "note": duty.note,
        "version": str(duty.version),
    }


def template_typed(template: DutyTemplate) -> dict[str, str]:
    """A template as its form sends it."""
    sent = {name: str(getattr(template, name)) for name in ("name", "source", "before", "after")}
    sent["daily"] = span_text(template.daily_start, template.daily_end)
    return demands_typed(template) | sent | ({"own_language": "on"} if template.own_language else {})
