"""What is typed on a sheet."""

from django import forms
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from jembatan.negotiation.actions.share import MAY_BE_SHARED
from jembatan.negotiation.models import Interest, Issue, NegotiatingParty
from jembatan.platform.dates.spoken import When, parse_when
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.moments import moment_text

LONGEST_LIMIT = 2000


class IssueForm(forms.Form):
    """An issue, and its options a line each."""

    name = forms.CharField(label=gettext_lazy("Issue"), max_length=200)
    options = forms.CharField(
        label=gettext_lazy("Options"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One on each line, two at least."),
    )


class InterestForm(forms.Form):
    """What a party is after."""

    text = forms.CharField(label=gettext_lazy("Interest"), max_length=500)
    basis = forms.ChoiceField(
        label=gettext_lazy("How sure"), choices=Interest.Basis.choices, initial="assumed"
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300, required=False)


class MandateForm(forms.Form):
    """A limit, by whose word and until when."""

    words = forms.CharField(
        label=gettext_lazy("Limit"), max_length=LONGEST_LIMIT, widget=forms.Textarea(attrs={"rows": 2})
    )
    issue = forms.ModelChoiceField(
        label=gettext_lazy("Issue"),
        queryset=Issue.objects.none(),
        required=False,
        empty_label=gettext_lazy("All issues"),
    )
    authorised_by = forms.CharField(label=gettext_lazy("Authorised by"), max_length=200)
    until = DayInWords(label=gettext_lazy("Until"), required=False)


class TimeForm(forms.Form):
    """The day by which all is to be settled."""

    settle_by = DayInWords(
        label=gettext_lazy("To be settled by"),
        required=False,
        help_text=gettext_lazy("Leave it empty where time does not count."),
    )


class OfferForm(forms.Form):
    """Who made it and when; the options of the issues are read beside it."""

    party = forms.ModelChoiceField(
        label=gettext_lazy("Offer of"), queryset=NegotiatingParty.objects.none(), empty_label=None
    )
    made = forms.CharField(
        label=gettext_lazy("When"), required=False, help_text=gettext_lazy("Now, if you leave it empty.")
    )
    note = forms.CharField(label=pgettext_lazy("of an offer", "Note"), max_length=500, required=False)

    def clean_made(self) -> When | None:
        """A day, or a day and a time."""
        if not self.cleaned_data["made"]:
            return None
        now = timezone.localtime()
        when = parse_when(self.cleaned_data["made"], now=now, language=translation.get_language() or "id")
        if when is None:
            raise forms.ValidationError(
                _("Write a day, or a day and a time, such as “%(moment)s”.") % {"moment": moment_text(now)}
            )
        return when


class StrippedForm(forms.Form):
    """At which marking and in which language it is shared."""

    marking = forms.ChoiceField(
        label=gettext_lazy("Marked"), choices=[(m.value, m.value) for m in MAY_BE_SHARED], initial="TLP:AMBER"
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the document"), choices=settings.LANGUAGES)
