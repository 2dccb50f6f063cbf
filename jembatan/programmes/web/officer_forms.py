"""What is typed about officers, and the places they work at."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jembatan.directory.formats.places import country_code, country_name
from jembatan.directory.queries.spoken import spoken_name
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.forms import offer_records
from jembatan.programmes.actions.officers import Levels
from jembatan.programmes.formats.days import read_days, read_window, span_text
from jembatan.programmes.formats.tongues import LEVEL_UNSAID
from jembatan.programmes.models import Absence, Delegation, Officer, Place, Post, Programme
from jembatan.programmes.models.levels import Employment, Experience
from jembatan.programmes.models.programme import DAY
from jembatan.programmes.queries.teams import at_work
from jembatan.programmes.web.fields import LanguagesField, LocalMoment, phone_typed
from jembatan.programmes.web.officer_field import OfficerField, offer_officers


class OfficerForm(forms.Form):
    """Who they are and what they can do."""

    number = forms.IntegerField(
        label=gettext_lazy("Number"),
        min_value=1,
        max_value=2_000_000_000,
        required=False,
        help_text=gettext_lazy("On the badge; the next one where you leave it empty."),
    )
    full_name = forms.CharField(label=gettext_lazy("Full name"), max_length=300)
    call_name = forms.CharField(label=gettext_lazy("Call name"), max_length=100, required=False)
    address_form = forms.CharField(label=gettext_lazy("Form of address"), max_length=100, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=320, required=False)
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=40, required=False)
    languages = LanguagesField(
        label=gettext_lazy("Languages, as declared"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("With their levels: English C1, Japanese B2. B1 where none is written."),
    )
    tested = LanguagesField(
        label=gettext_lazy("Languages, as tested"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("What a test found counts before what was declared."),
    )
    post: "forms.ModelChoiceField[Post]" = forms.ModelChoiceField(
        label=gettext_lazy("Post"), queryset=None, required=False, empty_label=gettext_lazy("None")
    )
    leader = OfficerField(label=gettext_lazy("Leader"), required=False)
    employment = forms.ChoiceField(label=gettext_lazy("Employment"), choices=Employment.choices)
    level = forms.TypedChoiceField(label=gettext_lazy("Experience"), choices=Experience.choices, coerce=int)
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=Officer.Status.choices, initial="active")
    days = forms.CharField(
        label=gettext_lazy("Days they can work"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("For instance 18-22, 25, 2027-09-01. Empty: every day of the programme."),
    )
    window = forms.CharField(
        label=gettext_lazy("Hours they can work"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("For instance 08:00-17:30. Empty: the whole day."),
    )
    born = DayInWords(label=gettext_lazy("Born"), required=False)
    nationality = forms.CharField(label=gettext_lazy("Nationality"), max_length=100, required=False)
    wishes = forms.CharField(
        label=gettext_lazy("Wishes"),
        widget=forms.Textarea({"rows": 2}),
        max_length=2000,
        required=False,
        help_text=gettext_lazy(
            "Delegations to work for and days off count in rosters, with commas between them: Akitsu, 20-21. The rest is for people to read."
        ),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, programme: Programme, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.programme = programme
        offer_records(self, "post", programme.posts.order_by("name"))
        offer_officers(self, "leader", at_work(programme))

    def clean_phone(self) -> str:
        """E.164."""
        return phone_typed(self.cleaned_data["phone"], self.programme.desk)

    def clean_days(self) -> list[Any]:
        """Days of the programme."""
        text: str = self.cleaned_data["days"]
        days = read_days(text, self.programme.first_day, self.programme.last_day)
        if text and not days:
            raise forms.ValidationError(_("“%(text)s” names no day of the programme.") % {"text": text[:60]})
        return days

    def clean_window(self) -> tuple[int, int]:
        """Minutes of the day."""
        text: str = self.cleaned_data["window"]
        window = read_window(text) if text else (0, DAY)
        if window is None:
            raise forms.ValidationError(_("“%(text)s” says no hours, such as 08:00-17:30.") % {"text": text})
        return window

    def clean_nationality(self) -> str:
        """ISO 3166."""
        text: str = self.cleaned_data["nationality"]
        code = country_code(text)
        if text and not code:
            raise forms.ValidationError(_("“%(text)s” is no country that is known.") % {"text": text})
        return code

    def levels(self) -> Levels:
        """Declared and tested."""
        declared = {code: level or LEVEL_UNSAID for code, level in self.cleaned_data["languages"]}
        tested = {code: level or LEVEL_UNSAID for code, level in self.cleaned_data["tested"]}
        return {code: (declared.get(code, ""), tested.get(code, "")) for code in {**declared, **tested}}

    def values(self) -> dict[str, Any]:
        """As actions take them, but for the languages."""
        data = dict(self.cleaned_data)
        for name in ("languages", "tested", "version"):
            del data[name]
        data["window_from"], data["window_until"] = data.pop("window")
        if not data["number"]:
            del data["number"]
        return data


def officer_typed(officer: Officer) -> dict[str, str]:
    """An officer as the form sends it."""
    spoken = list(officer.languages.order_by("language"))

    def listed(kind: str) -> str:
        return ", ".join(
            f"{spoken_name(each.language)} {getattr(each, kind)}" for each in spoken if getattr(each, kind)
        )

    whole = (officer.window_from, officer.window_until) == (0, DAY)
    sent = {
        name: str(getattr(officer, name))
        for name in [
            "number",
            "full_name",
            "call_name",
            "address_form",
            "email",
            "phone",
            "employment",
            "level",
            "status",
            "wishes",
            "version",
        ]
    }
    return sent | {
        "languages": listed("declared"),
        "tested": listed("tested"),
        "post": str(officer.post_id or ""),
        "leader": str(officer.leader.number) if officer.leader else "",
        "days": ", ".join(day.isoformat() for day in officer.days),
        "window": "" if whole else span_text(officer.window_from, officer.window_until),
        "born": officer.born.isoformat() if officer.born else "",
        "nationality": country_name(officer.nationality, get_language() or "id")
        if officer.nationality
        else "",
    }


class AbsenceForm(forms.Form):
    """From when to when, and why."""

    begins = LocalMoment(label=gettext_lazy("From"))
    ends = LocalMoment(label=gettext_lazy("Until"))
    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=Absence.Reason.choices)


class ConflictForm(forms.Form):
    """For which delegation they may not work."""

    delegation: "forms.ModelChoiceField[Delegation]" = forms.ModelChoiceField(
        label=gettext_lazy("Delegation"), queryset=None
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300, required=False)

    def __init__(self, programme: Programme, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_records(self, "delegation", programme.delegations.order_by("name"))


class CertificateForm(forms.Form):
    """What they can show, until when it holds, and whether somebody has it before them."""

    name = forms.CharField(label=gettext_lazy("Certificate"), max_length=200)
    expires = DayInWords(label=gettext_lazy("Valid until"), required=False)
    seen = forms.BooleanField(label=gettext_lazy("I have seen it"), required=False)


class PairForm(forms.Form):
    """With whom always, or never."""

    other = OfficerField(label=gettext_lazy("The other officer"))
    together = forms.ChoiceField(
        label=gettext_lazy("On a duty for several"),
        choices=[("yes", gettext_lazy("always together")), ("no", gettext_lazy("never together"))],
    )

    def __init__(self, officer: Officer, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_officers(
            self, "other", Officer.objects.filter(programme=officer.programme).exclude(pk=officer.pk)
        )


class PlaceForm(forms.Form):
    """A place of the programme."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Place.Kind.choices, initial="venue")
    address = forms.CharField(
        label=gettext_lazy("Address"), widget=forms.Textarea({"rows": 2}), max_length=1000, required=False
    )
